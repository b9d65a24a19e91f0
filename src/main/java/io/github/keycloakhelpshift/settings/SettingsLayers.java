package io.github.keycloakhelpshift.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of each layer, merged key by key. For each key the most specific layer counts that
 * may set it and does.
 *
 * <p>Blank texts count as not set, because the admin console saves emptied fields as blanks. Keys
 * of other extensions are ignored.
 */
public final class SettingsLayers {

  private final Map<SettingsLayer, SortedMap<String, String>> said =
      new EnumMap<>(SettingsLayer.class);
  private final SortedMap<String, String> merged = new TreeMap<>();
  private final Map<String, SettingsLayer> saidBy = new HashMap<>();
  private final Map<SettingsLayer, List<SettingProblem>> misplaced =
      new EnumMap<>(SettingsLayer.class);

  /**
   * Merges three layers.
   *
   * @param realm the realm's attributes
   * @param clientScope the config of a client scope's mapper; empty if it is missing
   * @param client the config of the mapper in the client itself; empty if it is missing
   */
  public SettingsLayers(
      Map<String, String> realm, Map<String, String> clientScope, Map<String, String> client) {
    said.put(SettingsLayer.REALM, ours(realm));
    said.put(SettingsLayer.CLIENT_SCOPE, ours(clientScope));
    said.put(SettingsLayer.CLIENT, ours(client));
    said.forEach(this::merge);
  }

  private static SortedMap<String, String> ours(Map<String, String> layer) {
    SortedMap<String, String> ours = new TreeMap<>();
    layer.forEach(
        (key, text) -> {
          if (key.startsWith(Setting.PREFIX) && text != null && !text.isBlank()) {
            ours.put(key, text.strip());
          }
        });
    return ours;
  }

  private void merge(SettingsLayer layer, Map<String, String> texts) {
    if (changes(texts, Setting.PLATFORM_ID) || changes(texts, Setting.LOGIN)) {
      // Each platform id and each way to log in has its own secret: that of a more general layer is
      // for another one.
      merged.remove(Setting.SECRET.key());
    }
    texts.forEach(
        (key, text) -> {
          Optional<Setting> setting = Setting.of(key);
          if (setting.isEmpty() || setting.get().counts(layer, text)) {
            merged.put(key, text);
            saidBy.put(key, layer);
          } else {
            misplaced
                .computeIfAbsent(layer, any -> new ArrayList<>())
                .add(new SettingProblem(key, setting.get().whereItCounts(), false));
          }
        });
  }

  private boolean changes(Map<String, String> texts, Setting setting) {
    String text = texts.get(setting.key());
    return text != null
        && !text.equals(merged.getOrDefault(setting.key(), setting.defaultValue().orElse("")));
  }

  /** Returns the texts that count, by key, without the defaults. */
  public SortedMap<String, String> merged() {
    return Collections.unmodifiableSortedMap(merged);
  }

  /** Returns the settings that are in a layer where they don't count. */
  public List<SettingProblem> misplaced() {
    return misplaced.values().stream().flatMap(List::stream).toList();
  }

  /** Returns the settings that are in that layer and don't count there. */
  public List<SettingProblem> misplaced(SettingsLayer layer) {
    return List.copyOf(misplaced.getOrDefault(layer, List.of()));
  }

  /** Returns the settings of a layer, whether they count or not. */
  public SortedMap<String, String> saidBy(SettingsLayer layer) {
    return said.get(layer);
  }

  /** Returns the layer whose text for a key counts; empty if nobody sets it. */
  public Optional<SettingsLayer> ownerOf(String key) {
    return Optional.ofNullable(merged.containsKey(key) ? saidBy.get(key) : null);
  }

  /** Returns the text that counts for a key; empty if nobody sets it. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(merged.get(key));
  }
}
