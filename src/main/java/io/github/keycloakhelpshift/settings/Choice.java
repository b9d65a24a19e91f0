package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The options that a setting chooses from. */
public final class Choice<T> {

  public static final Choice<LoginMethod> LOGIN =
      new Choice<>(LoginMethod::text, List.of(LoginMethod.values()));

  static final Choice<EmailPolicy> EMAIL_POLICY =
      new Choice<>(EmailPolicy::text, List.of(EmailPolicy.values()));
  static final Choice<Loading> LOADING = new Choice<>(Loading::text, List.of(Loading.values()));
  static final Choice<ClaimFormat> CLAIM_FORMAT =
      new Choice<>(ClaimFormat::text, List.of(ClaimFormat.values()));
  static final Choice<Boolean> BOOLEAN = new Choice<>(String::valueOf, List.of(true, false));

  private final Function<T, String> text;
  private final List<T> options;

  private Choice(Function<T, String> text, List<T> options) {
    this.text = text;
    this.options = options;
  }

  /** Returns the text of each option, as admins write it. */
  public List<String> texts() {
    return options.stream().map(text).toList();
  }

  /** Returns the option with that text; empty if there is no such option. */
  public Optional<T> find(String wanted) {
    return options.stream().filter(option -> text.apply(option).equals(wanted)).findFirst();
  }

  /**
   * Returns the option with that text.
   *
   * @throws InvalidSettingException if there is no such option
   */
  T parse(String wanted) {
    return find(wanted)
        .orElseThrow(
            () -> new InvalidSettingException("is not one of %s", String.join(", ", texts())));
  }
}
