package io.github.keycloakhelpshift.settings;

/** Who says a setting, from the most general to the most specific. */
public enum SettingsLayer {
  /** An attribute of the realm. */
  REALM("a realm attribute"),
  /** The mapper of a client scope: it belongs to those who manage all clients. */
  CLIENT_SCOPE("a realm attribute or in a client scope's mapper"),
  /** The mapper in the client itself: it may be in the hands of one team. */
  CLIENT("a realm attribute or in a mapper");

  private final String places;

  SettingsLayer(String places) {
    this.places = places;
  }

  /** Where a setting counts that this layer and the more general ones may say, in words. */
  String places() {
    return places;
  }
}
