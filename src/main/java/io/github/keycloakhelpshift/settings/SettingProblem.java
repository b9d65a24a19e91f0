package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.Localized;
import io.github.keycloakhelpshift.identity.Reason;
import java.util.Locale;

/**
 * A problem of one setting.
 *
 * @param key the setting's key, as the admin wrote it
 * @param reason what is wrong, as the continuation of the key; never contains the value
 * @param fatal whether it prevents tokens; an unknown key is not fatal, so that an older version of
 *     this extension can run beside a newer one
 */
public record SettingProblem(String key, Reason reason, boolean fatal) implements Localized {

  /** Returns the key and what is wrong with it in that language. */
  @Override
  public String text(Locale language) {
    return key + " " + reason.text(language);
  }

  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
