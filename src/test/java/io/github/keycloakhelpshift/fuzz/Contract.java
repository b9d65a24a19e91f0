package io.github.keycloakhelpshift.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.identity.UserData;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Helpshift's limits, written independently of the code under test, so that a mistake there is not
 * repeated here.
 */
public final class Contract {

  private Contract() {}

  /** The identities of a token's payload. */
  public static void assertIdentities(JsonNode identities, boolean fullPrivacy) {
    assertThat(identities.isArray()).isTrue();
    assertThat(identities.size()).isLessThanOrEqualTo(30);
    Set<String> identifiers = new HashSet<>();
    for (JsonNode identity : identities) {
      String identifier = identity.get("identifier").textValue();
      assertThat(identifiers.add(identifier)).isTrue();
      Map<String, String> metadata = new TreeMap<>();
      identity
          .path("metadata")
          .properties()
          .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().textValue()));
      assertIdentity(identifier, identity.get("value").textValue(), metadata);
    }
    if (fullPrivacy) {
      assertThat(identifiers).isSubsetOf("uid");
    } else {
      assertThat(identifiers).containsAnyOf("uid", "email");
    }
  }

  public static void assertIdentity(String identifier, String value, Map<String, String> metadata) {
    assertText(value, identifier.equals("uid") ? 750 : 300);
    assertThat(isSpace(value.codePointAt(0)) || isSpace(value.codePointBefore(value.length())))
        .isFalse();
    if (identifier.equals("email")) {
      assertThat(value.chars().filter(character -> character == '@').count()).isEqualTo(1);
      assertThat(value.codePoints().anyMatch(Contract::isSpace)).isFalse();
      assertThat(value.indexOf('@')).isBetween(1, value.length() - 2);
    }
    if (identifier.equals("uid")) {
      assertThat(value).doesNotMatch("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
    }
    assertThat(value).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\u034f\u3164\ufe0f]");
    assertThat(metadata.size()).isLessThanOrEqualTo(30);
    metadata.forEach(
        (key, entry) -> {
          assertText(key, 255);
          assertText(entry, 255);
        });
  }

  /** One update of user data, of either scope. */
  public static void assertUserData(UserData data) {
    assertThat(data.fields().size() + data.customFields().size() + data.newTags().size())
        .isLessThanOrEqualTo(100);
    data.fields().forEach(Contract::assertField);
    if (!data.customFields().isEmpty()) {
      assertCustomFields(data.customFields());
    }
    if (!data.newTags().isEmpty()) {
      assertTags(data.newTags());
    }
    if (!data.tagsToRemove().isEmpty()) {
      assertTags(data.tagsToRemove());
      assertThat(data.tagsToRemove()).noneMatch(data.newTags()::contains);
    }
  }

  public static void assertCustomFields(Map<?, ?> fields) {
    assertThat(fields.size()).isBetween(1, 30);
    fields.forEach(
        (name, value) -> {
          assertText((String) name, 255);
          assertText((String) value, 255);
        });
  }

  public static void assertTags(List<?> tags) {
    assertThat(tags.size()).isBetween(1, 30);
    assertThat(tags).doesNotHaveDuplicates();
    tags.forEach(tag -> assertText((String) tag, 100));
  }

  public static void assertField(String field, String value) {
    assertText(value, 1_000);
    switch (field) {
      case "age" -> assertThat(Integer.parseInt(value)).isBetween(1, 149);
      case "accepted_t_and_c" -> assertThat(value).isIn("true", "false");
      case "app_version" -> assertText(value, 10);
      case "last_active_date", "last_purchase_date", "last_login_date" ->
          assertThat(Long.parseLong(value)).isNotNegative();
      case "last_90d_spend" -> assertThat(new BigDecimal(value).toPlainString()).isNotEmpty();
      case "lifetime_value" -> assertThat(new BigInteger(value).toString()).isNotEmpty();
      default -> {
        if (field.startsWith("count_")) {
          assertThat(new BigInteger(value).toString()).isNotEmpty();
        }
      }
    }
  }

  /** Not blank, within the limit, and the same after it went over the wire. */
  public static void assertText(String text, int limit) {
    assertThat(text).isNotNull();
    assertThat(text.length()).isBetween(1, limit);
    assertThat(text.codePoints().allMatch(Contract::isSpace)).isFalse();
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == 0xFEFF;
  }
}
