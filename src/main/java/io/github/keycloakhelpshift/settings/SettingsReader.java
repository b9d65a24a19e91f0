package io.github.keycloakhelpshift.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads the settings from their layers, over the defaults. */
public record SettingsReader(WebChatHosts hosts) {

  /**
   * The settings that count, and what is wrong with them.
   *
   * @param settings the typed settings; a setting with a problem has its default
   * @param problems the problems, in the order of the keys
   */
  public record Result(HelpshiftSettings settings, List<SettingProblem> problems) {

    /**
     * Returns the settings.
     *
     * @throws BrokenSettingsException if one of them has an invalid value
     */
    public HelpshiftSettings orThrow() throws BrokenSettingsException {
      List<SettingProblem> fatal = problems.stream().filter(SettingProblem::fatal).toList();
      if (!fatal.isEmpty()) {
        throw new BrokenSettingsException(fatal);
      }
      return settings;
    }
  }

  public Result read(SettingsLayers layers) {
    SettingsParser parser = new SettingsParser(hosts, layers.merged());
    List<SettingProblem> problems = new ArrayList<>(parser.problems());
    problems.addAll(layers.misplaced());
    problems.sort(Comparator.comparing(SettingProblem::key));
    return new Result(parser.settings(), List.copyOf(problems));
  }

  /** Reads a realm's attributes, overridden by the mapper of a client scope. */
  public Result read(Map<String, String> realm, Map<String, String> clientScope) {
    return read(new SettingsLayers(realm, clientScope, Map.of()));
  }
}
