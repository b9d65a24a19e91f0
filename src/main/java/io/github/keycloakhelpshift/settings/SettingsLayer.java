package io.github.keycloakhelpshift.settings;

/** The places where a setting can be set, from the most general to the most specific. */
public enum SettingsLayer {
  /** An attribute of the realm. */
  REALM,
  /** The mapper of a client scope, which belongs to the admins of all clients. */
  CLIENT_SCOPE,
  /** The mapper in the client itself, which may belong to one team. */
  CLIENT
}
