package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

  @ParameterizedTest(name = "{0} takes [{1}]: {2}")
  @DisplayName("every primitive is a string of its field's form")
  @MethodSource("rows")
  void takes(FieldType type, String value, boolean taken) {
    assertThat(type.takes(value)).isEqualTo(taken);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
            // 1,000 characters a value
            taken(FieldType.TEXT, "x", " x ", "x".repeat(1_000), "\u65e5\u672c"),
            refused(FieldType.TEXT, "x".repeat(1_001), "x\uD83D"),
            // custom user field 255
            taken(FieldType.CUSTOM, "x".repeat(255)),
            refused(FieldType.CUSTOM, "x".repeat(256)),
            // multi-line: 1,000 characters a value of the page's calls, 100,000 otherwise
            taken(FieldType.MULTILINE_SHORT, "x\ny", "x".repeat(1_000)),
            refused(FieldType.MULTILINE_SHORT, "x".repeat(1_001)),
            taken(FieldType.MULTILINE, "x\ny", "x".repeat(100_000)),
            refused(FieldType.MULTILINE, "x".repeat(100_001)),
            taken(FieldType.INTEGER, "0", "-1", "42", "9".repeat(20)),
            refused(FieldType.INTEGER, "1.0", "1e3", "+1", "-", "--1", " 1", "1,000", "\u0661"),
            refused(FieldType.INTEGER, "9".repeat(21)),
            taken(FieldType.DECIMAL, "0", "-1", "19.99", "-0.5", "9".repeat(40)),
            refused(FieldType.DECIMAL, ".5", "5.", "1,5", "1.2.3", "NaN", "1e3", "9".repeat(41)),
            // integer, 0 < age < 150
            taken(FieldType.AGE, "1", "9", "10", "99", "100", "149"),
            refused(FieldType.AGE, "0", "-1", "150", "199", "1000", "07", "1.5", "ten"),
            // "true"/"false"
            taken(FieldType.BOOLEAN, "true", "false"),
            refused(FieldType.BOOLEAN, "True", "FALSE", "yes", "1", "0"),
            taken(FieldType.EPOCH_SECONDS, "0", "1767225600", "9".repeat(12)),
            // Milliseconds have 13 digits these days.
            refused(FieldType.EPOCH_SECONDS, "1767225600000", "-1", "1.5", "2026-01-01"),
            // ISO 639-1
            taken(FieldType.LANGUAGE, "en", "de"),
            refused(FieldType.LANGUAGE, "EN", "eng", "e", "en-GB", "e1"),
            // app_version: at most 10 characters
            taken(FieldType.APP_VERSION, "1.2.3", "1234567890"),
            refused(FieldType.APP_VERSION, "12345678901"),
            taken(
                FieldType.PAYING_SEGMENT,
                "low_paying",
                "medium_paying",
                "high_paying",
                "non_paying"),
            refused(FieldType.PAYING_SEGMENT, "Low_paying", "paying", "low_paying "))
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @DisplayName("a blank is refused for every type")
  @EnumSource(FieldType.class)
  void blank(FieldType type) {
    assertThat(type.takes("")).isFalse();
    assertThat(type.takes(" ")).isFalse();
    assertThat(type.takes("\t\n")).isFalse();
  }

  @Test
  @DisplayName("every type is in the table above")
  void complete() {
    Set<Object> types = rows().map(row -> row.get()[0]).collect(Collectors.toSet());

    assertThat(types).containsExactlyInAnyOrder((Object[]) FieldType.values());
  }

  @ParameterizedTest
  @DisplayName("the limit in a type's description is its real limit")
  @ValueSource(ints = {255, 1_000, 100_000, 10})
  void descriptionsHoldTheLimits(int limit) {
    String words = "text of at most %,d characters".formatted(limit);

    assertThat(FieldType.values())
        .filteredOn(type -> type.description().equals(words))
        .singleElement()
        .satisfies(
            type -> {
              assertThat(type.takes("x".repeat(limit))).isTrue();
              assertThat(type.takes("x".repeat(limit + 1))).isFalse();
            });
  }

  private static Stream<Arguments> taken(FieldType type, String... values) {
    return Stream.of(values).map(value -> arguments(type, value, true));
  }

  private static Stream<Arguments> refused(FieldType type, String... values) {
    return Stream.of(values).map(value -> arguments(type, value, false));
  }
}
