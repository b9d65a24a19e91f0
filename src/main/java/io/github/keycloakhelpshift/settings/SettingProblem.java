package io.github.keycloakhelpshift.settings;

/**
 * A problem of one setting.
 *
 * @param key the setting's key, as the admin wrote it
 * @param message what is wrong, as the continuation of the key; never contains the value
 * @param fatal whether it prevents tokens; an unknown key is not fatal, so that an older version of
 *     this extension can run beside a newer one
 */
public record SettingProblem(String key, String message, boolean fatal) {

  @Override
  public String toString() {
    return key + " " + message;
  }
}
