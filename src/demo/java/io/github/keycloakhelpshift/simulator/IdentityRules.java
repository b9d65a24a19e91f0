package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.identity.IdentityType;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Helpshift's rules for {@code identities}. Only the list of identifiers is the extension's; a test
 * holds it to Helpshift's page. Lengths are in UTF-16 units, as a JavaScript server counts them
 * [assumed].
 */
final class IdentityRules {

  private static final Set<String> MEMBERS = Set.of("identifier", "value", "metadata");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
  private static final int MAX_ENTRIES = 30;
  private static final int MAX_KEY = 255;
  private static final int MAX_METADATA_VALUE = 255;
  private static final int MAX_UID = 750;
  private static final int MAX_VALUE = 300;

  private IdentityRules() {}

  static void check(JsonNode identities, boolean mayBeNone, Faults faults) {
    if (!identities.isArray()
        || (identities.isEmpty() && !mayBeNone)
        || identities.size() > MAX_ENTRIES) {
      faults.add("invalidFields", "identities");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode identity : identities) {
      String identifier = identity.path("identifier").asText();
      // One person has one uid; of the others a person may have more than one, each once.
      String once = identifier.equals("uid") ? "uid" : identifier + "\n" + identity.path("value");
      if (!valid(identifier, identity) || !seen.add(once)) {
        faults.add("invalidIdentities", identifier);
      }
    }
  }

  private static boolean valid(String identifier, JsonNode identity) {
    for (var name : (Iterable<String>) identity::fieldNames) {
      if (!MEMBERS.contains(name)) {
        return false;
      }
    }
    return IdentityType.of(identifier).isPresent()
        && identity.path("value").isTextual()
        && validValue(identifier, identity.path("value").textValue())
        && validMetadata(identity.path("metadata"));
  }

  private static boolean validValue(String identifier, String value) {
    return switch (identifier) {
      case "uid" -> isUserId(value);
      case "email" -> isEmail(value);
      default -> !value.isBlank() && value.length() <= MAX_VALUE;
    };
  }

  /** Helpshift makes an anonymous user of another one; the simulator would rather fail. */
  static boolean isUserId(String value) {
    return !value.isBlank()
        && value.length() <= MAX_UID
        && value.equals(value.strip())
        && !EMAIL.matcher(value).matches();
  }

  /** Helpshift makes an anonymous user of another one; the simulator would rather fail. */
  static boolean isEmail(String value) {
    return value.length() <= MAX_VALUE && EMAIL.matcher(value).matches();
  }

  private static boolean validMetadata(JsonNode metadata) {
    if (metadata.isMissingNode()) {
      return true;
    }
    if (!metadata.isObject() || metadata.isEmpty() || metadata.size() > MAX_ENTRIES) {
      return false;
    }
    return metadata.properties().stream()
        .allMatch(
            entry ->
                !entry.getKey().isBlank()
                    && entry.getKey().length() <= MAX_KEY
                    && entry.getValue().isTextual()
                    && !entry.getValue().textValue().isBlank()
                    && entry.getValue().textValue().length() <= MAX_METADATA_VALUE);
  }
}
