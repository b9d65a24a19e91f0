package io.github.keycloakhelpshift.admin.check.finding;

import io.github.keycloakhelpshift.settings.SettingProblem;
import java.util.Arrays;
import java.util.List;

/**
 * A mistake that a rule found.
 *
 * @param code the kind of mistake
 * @param place the setting, client or scope that it is about
 * @param variant the variant of the code's texts; empty: the only one
 * @param arguments the arguments of the texts; never a secret, or a value that can be one
 */
public record Finding(Code code, Place place, String variant, List<Object> arguments) {

  public static Finding of(Code code, Place place, Object... arguments) {
    return new Finding(code, place, "", Arrays.stream(arguments).map(Finding::argument).toList());
  }

  /** Returns the same finding with another variant of the texts. */
  public Finding as(String text) {
    return new Finding(code, place, text, arguments);
  }

  /** A problem of a setting has words in each language. */
  private static Object argument(Object any) {
    return any instanceof SettingProblem ? any : String.valueOf(any);
  }
}
