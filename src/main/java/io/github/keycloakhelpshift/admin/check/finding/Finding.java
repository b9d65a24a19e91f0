package io.github.keycloakhelpshift.admin.check.finding;

import io.github.keycloakhelpshift.identity.Localized;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A mistake that a rule found.
 *
 * @param variant the variant of the code's texts; empty: the only one
 * @param arguments the arguments of the texts; never a secret, or a value that can be one
 */
public record Finding(Code code, Place place, String variant, List<Argument> arguments) {

  /** A finding whose texts name these. */
  public static Finding of(Code code, Place place, Object... names) {
    return new Finding(code, place, "", Arrays.stream(names).map(Finding::argument).toList());
  }

  /** Returns the same finding without names that a test finds a secret in. */
  public Finding masked(Predicate<String> hasSecret) {
    return new Finding(
        code,
        place,
        variant,
        arguments.stream().map(argument -> argument.masked(hasSecret)).toList());
  }

  private static Argument argument(Object name) {
    return name instanceof Localized problem
        ? new Argument.Problem(problem)
        : new Argument.Name(String.valueOf(name));
  }

  public Finding as(String text) {
    return new Finding(code, place, text, arguments);
  }
}
