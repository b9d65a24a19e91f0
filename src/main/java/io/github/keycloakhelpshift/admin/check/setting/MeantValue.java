package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.BooleanWord;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value that an admin probably meant by an invalid one. Never contains what may be a secret.
 *
 * @param typed the value that they wrote
 */
record MeantValue(Setting setting, String typed) {

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://)?([a-z0-9-]+)\\.helpshift\\.com(?:[:/].*)?");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)[\"'`]?[$#%]?\\s*[{(]?\\s*vault\\s*[.:/]\\s*([\\w.-]+?)\\s*[})]?[\"'`]?");

  Optional<String> find() {
    return switch (setting.type()) {
      case BOOLEAN -> new BooleanWord(typed).meant().map(String::valueOf);
      case CHOICE -> new Spelling(typed).nearest(setting.options());
      case VAULT_REFERENCE -> reference();
      default ->
          switch (setting) {
            case DOMAIN -> domain();
            // Of the options that have a type, most are true or false.
            case WIDGET -> new BooleanWord(typed).meant().map(String::valueOf);
            default -> Optional.empty();
          };
    };
  }

  /** A secret does not begin with the vault's name. */
  private Optional<String> reference() {
    Matcher reference = REFERENCE.matcher(typed);
    return reference.matches()
        ? Optional.of("${vault." + reference.group(1) + "}")
        : Optional.empty();
  }

  /** A part of every Helpshift address, so that a secret never looks like one. */
  private Optional<String> domain() {
    Matcher address = ADDRESS.matcher(new Spelling(typed).unquoted());
    return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
  }
}
