package io.github.keycloakhelpshift.settings;

/** The condition for a page to load Web Chat. */
public enum Loading {
  /** For everybody. */
  ALWAYS("always"),
  /** Only when somebody is signed in. */
  SIGNED_IN("signed-in"),
  /** When the page asks for it, for example after the visitor's consent. */
  MANUAL("manual");

  private final String text;

  Loading(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
