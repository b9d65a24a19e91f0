package io.github.keycloakhelpshift.settings;

/**
 * Something wrong with one setting.
 *
 * @param key the setting's key, as the admin wrote it
 * @param message what is wrong, to stand behind the key; never holds the value
 * @param fatal whether no token may be signed while it stands; an unknown key is not fatal, so that
 *     an older version of this extension can run beside a newer one
 */
public record SettingProblem(String key, String message, boolean fatal) {

  @Override
  public String toString() {
    return key + " " + message;
  }
}
