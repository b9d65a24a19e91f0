package io.github.keycloakhelpshift.settings;

import java.util.Locale;
import java.util.Map;

/**
 * A key and its text, as they are somewhere in Keycloak. The key can be anybody's.
 *
 * @param text the text; null and blank: none
 */
public record SettingEntry(String key, String text) {

  /**
   * Whether the text is a secret itself, which everybody who may view the realm could read. The
   * name of a custom field can contain the word secret: its text is only a source.
   */
  public boolean isLiteralSecret() {
    return key.startsWith(Setting.PREFIX)
        && key.toLowerCase(Locale.ROOT).contains("secret")
        && text != null
        && !text.isBlank()
        && !TextForm.VAULT_REFERENCE.fits(text.strip())
        && !isSource();
  }

  /** Whether the key is valid and belongs to a setting whose text is a source. */
  public boolean isSource() {
    return Setting.of(key).filter(setting -> setting.type() == SettingType.SOURCE).isPresent()
        && new SettingsReader(WebChatHosts.HELPSHIFT)
            .read(Map.of(key, "none"), Map.of())
            .problems()
            .isEmpty();
  }
}
