package io.github.keycloakhelpshift.identity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One identity of a person: who they are at one service.
 *
 * <p>Lengths are in UTF-16 code units, as in JavaScript and Java, because Helpshift says only
 * "chars".
 *
 * @param type the service
 * @param value who they are there: not blank, no white space at an end, no invisible characters, at
 *     most {@link IdentityType#maxLength()} characters; a {@code uid} is not an email address, an
 *     {@code email} is one
 * @param metadata at most {@value #MAX_METADATA_ENTRIES} entries; key and value not blank and at
 *     most {@value #MAX_METADATA_LENGTH} characters (for values this is our reading: Helpshift
 *     gives a limit only for keys); sorted by key
 * @see <a href="https://developers.helpshift.com/web-chat/user-hub/">Helpshift: User Hub</a>
 */
public record Identity(IdentityType type, String value, Map<String, String> metadata) {

  /** Helpshift's "collection size". */
  public static final int MAX_METADATA_ENTRIES = 30;

  /** The maximal characters of a metadata key, and of a metadata value. */
  public static final int MAX_METADATA_LENGTH = 255;

  /**
   * Checks Helpshift's rules.
   *
   * @throws InvalidIdentityException if Helpshift would refuse the identity
   */
  public Identity {
    checkValue(type, value);
    checkMetadata(type, metadata);
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  public Identity(IdentityType type, String value) {
    this(type, value, Map.of());
  }

  /**
   * Returns the value of the identity of that type in a list; empty if the list has no such one.
   */
  public static Optional<String> valueIn(List<Identity> identities, IdentityType type) {
    return identities.stream()
        .filter(identity -> identity.type() == type)
        .map(Identity::value)
        .findFirst();
  }

  private static void checkValue(IdentityType type, String value) {
    if (Text.isBlank(value)) {
      throw new InvalidIdentityException(type, Violation.BLANK);
    }
    if (Text.hasSurroundingWhiteSpace(value)) {
      throw new InvalidIdentityException(type, Violation.SURROUNDING_WHITE_SPACE);
    }
    if (value.length() > type.maxLength()) {
      throw new InvalidIdentityException(
          type, Violation.TOO_LONG, value.length(), type.maxLength(), "characters");
    }
    if (!Text.isWellFormed(value)) {
      throw new InvalidIdentityException(type, Violation.MALFORMED_TEXT);
    }
    if (Text.hasInvisible(value)) {
      throw new InvalidIdentityException(type, Violation.INVISIBLE_CHARACTER);
    }
    if (type == IdentityType.UID && Text.isEmail(value)) {
      throw new InvalidIdentityException(type, Violation.UID_IS_EMAIL);
    }
    if (type == IdentityType.EMAIL && !Text.isEmail(value)) {
      throw new InvalidIdentityException(type, Violation.MALFORMED_EMAIL);
    }
  }

  private static void checkMetadata(IdentityType type, Map<String, String> metadata) {
    if (metadata.size() > MAX_METADATA_ENTRIES) {
      throw new InvalidIdentityException(
          type,
          Violation.TOO_MANY_METADATA_ENTRIES,
          metadata.size(),
          MAX_METADATA_ENTRIES,
          "entries");
    }
    metadata.forEach(
        (key, value) -> {
          checkMetadataText(
              type, key, Violation.METADATA_KEY_BLANK, Violation.METADATA_KEY_TOO_LONG);
          checkMetadataText(
              type, value, Violation.METADATA_VALUE_BLANK, Violation.METADATA_VALUE_TOO_LONG);
        });
  }

  private static void checkMetadataText(
      IdentityType type, String text, Violation blank, Violation tooLong) {
    if (Text.isBlank(text)) {
      throw new InvalidIdentityException(type, blank);
    }
    if (text.length() > MAX_METADATA_LENGTH) {
      throw new InvalidIdentityException(
          type, tooLong, text.length(), MAX_METADATA_LENGTH, "characters");
    }
    if (!Text.isWellFormed(text)) {
      throw new InvalidIdentityException(type, Violation.METADATA_MALFORMED_TEXT);
    }
  }

  /** Returns only the type, because logs must not contain somebody's value. */
  @Override
  public String toString() {
    return "Identity[" + type.identifier() + "]";
  }
}
