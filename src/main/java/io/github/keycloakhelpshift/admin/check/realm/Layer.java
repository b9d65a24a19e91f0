package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that count for clients, merged as for a token.
 *
 * @param said the settings, with the layer that sets each of them
 * @param read the typed settings; those with problems have their defaults
 * @param holders the realm, client scope or client that has each layer
 */
public record Layer(
    SettingsLayers said, SettingsReader.Result read, Map<SettingsLayer, Place> holders) {

  public HelpshiftSettings values() {
    return read.settings();
  }

  /** Returns the place that sets that key. */
  public Place place(String key) {
    return said.ownerOf(key).map(holders::get).orElse(Place.REALM).setting(key);
  }

  /** Returns a finding about what sets that key. */
  public Finding finding(Code code, String key, Object... arguments) {
    return Finding.of(code, place(key), arguments);
  }

  /** Returns the text that counts for a key; empty if nobody sets it. */
  public Optional<String> text(String key) {
    return said.text(key);
  }
}
