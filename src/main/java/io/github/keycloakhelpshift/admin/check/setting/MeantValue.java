package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.BooleanWords;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value that an admin probably meant by an invalid one. Never contains what may be a secret.
 */
final class MeantValue {

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://)?([a-z0-9-]+)\\.helpshift\\.com(?:[:/].*)?");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)[\"'`]?[$#%]?\\s*[{(]?\\s*vault\\s*[.:/]\\s*([\\w.-]+?)\\s*[})]?[\"'`]?");

  private MeantValue() {}

  static Optional<String> of(Setting setting, String text) {
    return switch (setting.type()) {
      case BOOLEAN -> BooleanWords.of(text).map(String::valueOf);
      case CHOICE -> Suggestion.of(text, setting.options());
      case VAULT_REFERENCE -> reference(text);
      default ->
          switch (setting) {
            case DOMAIN -> domain(text);
            // Of the options that have a type, most are true or false.
            case WIDGET -> BooleanWords.of(text).map(String::valueOf);
            default -> Optional.empty();
          };
    };
  }

  /** A secret does not begin with the vault's name. */
  private static Optional<String> reference(String text) {
    Matcher reference = REFERENCE.matcher(text);
    return reference.matches()
        ? Optional.of("${vault." + reference.group(1) + "}")
        : Optional.empty();
  }

  /** A part of every Helpshift address, so that a secret never looks like one. */
  private static Optional<String> domain(String text) {
    Matcher address = ADDRESS.matcher(Suggestion.unquoted(text));
    return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
  }
}
