package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Optional;

/**
 * Settings that count for clients.
 *
 * @param settings the settings, with the layer that sets each of them
 * @param read the typed settings; those with problems have their defaults
 * @param holder the client or client scope that has the mapper
 */
public record Layer(ClientSettings settings, SettingsReader.Result read, Place holder) {

  public HelpshiftSettings values() {
    return read.settings();
  }

  /** Returns the place that sets that key. */
  public Place place(String key) {
    return settings.saidBy(key).equals(ClientSettings.CLIENT)
        ? holder.setting(key)
        : Place.REALM.setting(key);
  }

  /** Returns the text of a key; empty if nobody sets it. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(settings.value(key)).filter(text -> !text.isBlank());
  }
}
