package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Optional;

/**
 * Settings that count for clients.
 *
 * @param settings who says what
 * @param read what they are, those with problems at their defaults
 * @param holder the client or client scope whose mapper they come from
 */
public record Layer(ClientSettings settings, SettingsReader.Result read, Place holder) {

  public HelpshiftSettings values() {
    return read.settings();
  }

  /** Who says what that key is. */
  public Place place(String key) {
    return settings.saidBy(key).equals(ClientSettings.CLIENT)
        ? holder.setting(key)
        : Place.REALM.setting(key);
  }

  /** The text of a key; empty where nobody sets it. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(settings.value(key)).filter(text -> !text.isBlank());
  }
}
