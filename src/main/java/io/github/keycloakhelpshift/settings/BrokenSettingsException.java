package io.github.keycloakhelpshift.settings;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if invalid settings prevent a token. The message names the settings, never their values.
 */
public final class BrokenSettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenSettingsException(List<SettingProblem> problems) {
    super(problems.stream().map(SettingProblem::toString).collect(Collectors.joining("; ")));
  }
}
