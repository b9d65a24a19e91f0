package io.github.keycloakhelpshift.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads settings: a client's mapper over the realm's attributes over the defaults.
 *
 * <p>A blank value counts as not set, because the admin console saves emptied fields as blanks.
 */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * The settings that count, and what is wrong with them.
   *
   * @param settings typed; a setting with a problem has its default here
   * @param problems what is wrong, by key, in the order of the keys
   */
  public record Result(HelpshiftSettings settings, List<SettingProblem> problems) {

    /**
     * The settings, if a token may be signed with them.
     *
     * @throws BrokenSettingsException if one of them has a value that it can't have
     */
    public HelpshiftSettings requireSound() throws BrokenSettingsException {
      List<SettingProblem> fatal = problems.stream().filter(SettingProblem::fatal).toList();
      if (!fatal.isEmpty()) {
        throw new BrokenSettingsException(fatal);
      }
      return settings;
    }
  }

  /**
   * Reads the two layers.
   *
   * @param realmAttributes the realm's attributes; other people's keys among them are passed over
   * @param mapperConfig the config of the client's mapper; empty where there is none
   */
  public static Result read(Map<String, String> realmAttributes, Map<String, String> mapperConfig) {
    Map<String, String> entries = ours(realmAttributes);
    Map<String, String> overrides = ours(mapperConfig);
    String platformId = overrides.get(Setting.PLATFORM_ID.key());
    if (platformId != null && !platformId.equals(entries.get(Setting.PLATFORM_ID.key()))) {
      // A platform id has a secret of its own: the realm's is another app's.
      entries.remove(Setting.SECRET.key());
    }
    entries.putAll(overrides);
    return read(entries);
  }

  private static Map<String, String> ours(Map<String, String> layer) {
    Map<String, String> ours = new TreeMap<>();
    layer.forEach(
        (key, value) -> {
          if (key.startsWith(Setting.PREFIX) && value != null && !value.isBlank()) {
            ours.put(key, value.strip());
          }
        });
    return ours;
  }

  private static Result read(Map<String, String> entries) {
    SettingsBuilder builder = new SettingsBuilder();
    List<SettingProblem> problems = new ArrayList<>();
    entries.forEach(
        (key, value) -> {
          try {
            if (!Setting.read(builder, key, value)) {
              problems.add(new SettingProblem(key, "is no setting of this version", false));
            }
          } catch (InvalidSettingException e) {
            problems.add(new SettingProblem(key, e.getMessage(), true));
          }
        });
    return new Result(builder.build(), List.copyOf(problems));
  }
}
