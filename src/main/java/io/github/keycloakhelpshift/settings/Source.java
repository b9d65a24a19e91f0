package io.github.keycloakhelpshift.settings;

/**
 * The source of a value.
 *
 * @param name the identity provider's alias, the note's name or the attribute's name; empty for the
 *     other kinds
 */
public record Source(Kind kind, String name) {

  public enum Kind {
    /** {@code id}: the Keycloak user id. */
    ID,
    /** {@code idp:<alias>}: the user id at the linked identity provider. */
    IDENTITY_PROVIDER,
    /** {@code note:<name>}: a note of the user session. */
    NOTE,
    /** Anything else: the user attribute of that name. */
    ATTRIBUTE,
    /** {@code none}: no value. Overrides a default, or the realm's setting for all clients. */
    NONE
  }

  /** The prefix of an identity provider's alias. */
  public static final String IDP_PREFIX = "idp:";

  private static final String NOTE_PREFIX = "note:";
  private static final int MAX_LENGTH = 255;

  /**
   * Parses a source as an admin writes it.
   *
   * @throws InvalidSettingException if it is invalid
   */
  public static Source parse(String text) {
    if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidSettingException(
          "is not a source: write id, idp:<alias>, note:<name>, none or the name of a user"
              + " attribute");
    }
    if (text.equals("id")) {
      return new Source(Kind.ID, "");
    }
    if (text.equals("none")) {
      return new Source(Kind.NONE, "");
    }
    if (text.startsWith(IDP_PREFIX)) {
      return named(Kind.IDENTITY_PROVIDER, text, IDP_PREFIX);
    }
    if (text.startsWith(NOTE_PREFIX)) {
      return named(Kind.NOTE, text, NOTE_PREFIX);
    }
    return new Source(Kind.ATTRIBUTE, text);
  }

  private static Source named(Kind kind, String text, String prefix) {
    String name = text.substring(prefix.length()).strip();
    if (name.isEmpty()) {
      throw new InvalidSettingException("has no name after %s", prefix);
    }
    return new Source(kind, name);
  }

  /** Returns the source as an admin writes it. */
  @Override
  public String toString() {
    return switch (kind) {
      case ID -> "id";
      case NONE -> "none";
      case IDENTITY_PROVIDER -> IDP_PREFIX + name;
      case NOTE -> NOTE_PREFIX + name;
      case ATTRIBUTE -> name;
    };
  }
}
