package io.github.keycloakhelpshift.settings;

import java.util.regex.Pattern;

/** The form that the text of a setting must have. */
public final class TextForm {

  /** A reference to an entry of Keycloak's vault. */
  public static final TextForm VAULT_REFERENCE =
      new TextForm(
          "is not a vault reference ${vault.…}; a literal secret does not belong here, because"
              + " everybody who may view the realm may read it: use the key provider"
              + " helpshift-secret",
          "\\$\\{vault\\.[^}]+}");

  static final TextForm DOMAIN =
      new TextForm(
          "is not a Helpshift domain: write happyapps for https://happyapps.helpshift.com/",
          "(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  static final TextForm PLATFORM_ID =
      new TextForm(
          "is not a platform id: letters, digits, dots, hyphens and underscores only",
          "[A-Za-z0-9._-]{1,255}");
  static final TextForm WATCH_SECONDS =
      new TextForm("is not a whole number of seconds from 10 to 600", "[1-9]\\d|[1-5]\\d\\d|600");
  static final TextForm WIDGET_OPTION =
      new TextForm("is not the name of a widget option", "[A-Za-z][A-Za-z0-9]{0,63}");
  static final TextForm NUMBER =
      new TextForm("is not a whole number of at most nine digits", "0|-?[1-9]\\d{0,8}");

  private final String problem;
  private final Pattern pattern;

  private TextForm(String problem, String regex) {
    this.problem = problem;
    this.pattern = Pattern.compile(regex);
  }

  public boolean fits(String text) {
    return pattern.matcher(text).matches();
  }

  /**
   * Returns the text.
   *
   * @throws InvalidSettingException if it does not have this form
   */
  String require(String text) {
    if (!fits(text)) {
      throw new InvalidSettingException(problem);
    }
    return text;
  }
}
