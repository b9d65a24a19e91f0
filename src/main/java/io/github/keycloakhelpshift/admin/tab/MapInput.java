package io.github.keycloakhelpshift.admin.tab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/** All settings of a kind, a row for each: what is special about the key, and the value. */
final class MapInput implements FormInput {

  private static final JsonMapper JSON = new JsonMapper();

  /** How the settings of a kind become rows. */
  interface Rows {
    /** The key of a row, or empty if the setting is of another kind. */
    Optional<String> rowOf(String setting);

    /** The setting that a row's key stands for. */
    String settingOf(String row);

    /** The setting that a row is read as; one without a key is not read at all. */
    default Optional<String> read(String row) {
      return Optional.ofNullable(row)
          .map(String::strip)
          .filter(key -> !key.isEmpty())
          .map(this::settingOf);
    }

    /** Whether a row is read as that setting again. */
    default boolean keeps(String row, String setting) {
      return read(row).equals(Optional.of(setting));
    }
  }

  /** As the console reads and writes it. */
  private record Row(String key, String value) {}

  private final Rows rows;
  private final ProviderConfigProperty property;

  private MapInput(String name, Rows rows) {
    this.rows = rows;
    this.property = FormInput.property(name, ProviderConfigProperty.MAP_TYPE);
  }

  /** The settings whose keys differ in the one name that they end with. */
  static MapInput of(String name, Setting setting) {
    String prefix = setting.key().substring(0, setting.key().indexOf('<'));
    return new MapInput(
        name,
        new Rows() {
          @Override
          public Optional<String> rowOf(String key) {
            return Optional.of(key)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(row -> keeps(row, key));
          }

          @Override
          public String settingOf(String row) {
            return prefix + row;
          }
        });
  }

  /** Identity metadata: rows {@code <identifier>.<key>}. */
  static MapInput ofMetadata(String name) {
    String prefix = Setting.PREFIX + "identity.";
    String infix = ".metadata.";
    return new MapInput(
        name,
        new Rows() {
          @Override
          public Optional<String> rowOf(String key) {
            int end = key.indexOf(infix);
            if (!key.startsWith(prefix) || end <= prefix.length()) {
              return Optional.empty();
            }
            String identifier = key.substring(prefix.length(), end);
            return Optional.of(identifier + "." + key.substring(end + infix.length()))
                .filter(row -> keeps(row, key));
          }

          @Override
          public String settingOf(String row) {
            int dot = row.indexOf('.');
            return dot < 0
                ? prefix + row + infix
                : prefix + row.substring(0, dot) + infix + row.substring(dot + 1);
          }
        });
  }

  /** Whatever else there is, by its whole key. */
  static MapInput ofOthers(String name, List<FormInput> inputs) {
    return new MapInput(
        name,
        new Rows() {
          @Override
          public Optional<String> rowOf(String key) {
            return inputs.stream().noneMatch(input -> input.holds(key))
                ? Optional.of(key)
                : Optional.empty();
          }

          @Override
          public String settingOf(String row) {
            return row;
          }
        });
  }

  @Override
  public List<ProviderConfigProperty> properties() {
    return List.of(property);
  }

  @Override
  public boolean holds(String key) {
    return rows.rowOf(key).isPresent();
  }

  @Override
  public boolean holdsMany() {
    return true;
  }

  @Override
  public void show(Map<String, String> settings, MultivaluedHashMap<String, String> form) {
    List<Row> shown = new ArrayList<>();
    new TreeMap<>(settings)
        .forEach((key, value) -> rows.rowOf(key).ifPresent(row -> shown.add(new Row(row, value))));
    if (!shown.isEmpty()) {
      try {
        form.putSingle(property.getName(), JSON.writeValueAsString(shown));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void read(MultivaluedHashMap<String, String> form, Map<String, String> settings)
      throws InvalidInputException {
    String text = FormInput.text(form, property.getName());
    for (Row row : text.isEmpty() ? List.<Row>of() : parse(text)) {
      Optional<String> key = rows.read(row.key());
      if (key.isEmpty() || row.value() == null || row.value().isBlank()) {
        continue;
      }
      if (settings.putIfAbsent(key.get(), row.value().strip()) != null) {
        throw new InvalidInputException(label(), "sets " + key.get() + ", which is set already");
      }
    }
  }

  private List<Row> parse(String text) throws InvalidInputException {
    try {
      List<Row> parsed = JSON.readValue(text, new TypeReference<List<Row>>() {});
      if (parsed != null && !parsed.contains(null)) {
        return parsed;
      }
    } catch (JsonProcessingException e) {
      // Said below, without the text that the exception repeats.
    }
    throw new InvalidInputException(label(), "is not a list of keys and values");
  }
}
