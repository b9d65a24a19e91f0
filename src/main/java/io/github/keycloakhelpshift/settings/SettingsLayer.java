package io.github.keycloakhelpshift.settings;

/** The places where a setting can be set, from the most general to the most specific. */
public enum SettingsLayer {
  /** An attribute of the realm. */
  REALM("a realm attribute"),
  /** The mapper of a client scope, which belongs to the admins of all clients. */
  CLIENT_SCOPE("a realm attribute or in a client scope's mapper"),
  /** The mapper in the client itself, which may belong to one team. */
  CLIENT("a realm attribute or in a mapper");

  private final String places;

  SettingsLayer(String places) {
    this.places = places;
  }

  /**
   * Returns, in words, where a setting counts that this layer and the more general ones may set.
   */
  String places() {
    return places;
  }
}
