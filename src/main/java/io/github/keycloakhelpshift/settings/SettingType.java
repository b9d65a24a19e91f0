package io.github.keycloakhelpshift.settings;

/** The type of a setting's text: it decides which input a form shows. */
public enum SettingType {
  TEXT,
  BOOLEAN,
  CHOICE,
  SOURCE,
  LIST,
  URL,
  VAULT_REFERENCE
}
