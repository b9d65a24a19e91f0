package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a rule found.
 *
 * @param code which mistake
 * @param place what it is about
 * @param variant which of the code's texts says it; empty: the only one
 * @param arguments what the texts name; never a secret, or a value that may be one
 */
public record Finding(Code code, Place place, String variant, List<String> arguments) {

  public static Finding of(Code code, Place place, Object... arguments) {
    return new Finding(code, place, "", Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** The same, said in another of the code's texts. */
  public Finding as(String text) {
    return new Finding(code, place, text, arguments);
  }
}
