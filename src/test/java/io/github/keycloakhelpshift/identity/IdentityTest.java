package io.github.keycloakhelpshift.identity;

import static io.github.keycloakhelpshift.identity.IdentityType.EMAIL;
import static io.github.keycloakhelpshift.identity.IdentityType.PSN_ID;
import static io.github.keycloakhelpshift.identity.IdentityType.STEAM_ID;
import static io.github.keycloakhelpshift.identity.IdentityType.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  /** Is a part of every refused value, so that tests notice a message that repeats the value. */
  private static final String MARK = "Zz7";

  /** Two UTF-16 code units, one code point. */
  private static final String SURROGATE_PAIR = "\uD83D\uDE00";

  private static final String LONE_HIGH = "\uD83D";
  private static final String LONE_LOW = "\uDE00";

  @Nested
  class Value {

    @ParameterizedTest
    @DisplayName(
        "value: at most 750 characters for uid, 300 for every other identifier; at the limit")
    @EnumSource(IdentityType.class)
    void atTheLimit(IdentityType type) {
      // given
      String value = valueOfLength(type, type == UID ? 750 : 300);

      // when
      Identity identity = new Identity(type, value);

      // then
      assertThat(identity.value()).isEqualTo(value);
      assertThat(identity.metadata()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName(
        "value: at most 750 characters for uid, 300 for every other identifier; one over it")
    @EnumSource(IdentityType.class)
    void overTheLimit(IdentityType type) {
      int limit = type == UID ? 750 : 300;

      InvalidIdentityException refused = refused(type, valueOfLength(type, limit + 1), Map.of());

      assertThat(refused.violation()).isEqualTo(Violation.TOO_LONG);
      assertThat(refused.type()).contains(type);
      assertThat(refused)
          .hasMessage(
              "%s is too long: %d characters, at most %d", type.identifier(), limit + 1, limit);
    }

    @Test
    @DisplayName("lengths are counted in UTF-16 code units: a surrogate pair counts as two")
    void surrogatePairs() {
      assertThat(new Identity(STEAM_ID, SURROGATE_PAIR.repeat(150)).value()).hasSize(300);

      InvalidIdentityException refused =
          refused(STEAM_ID, SURROGATE_PAIR.repeat(150) + "x", Map.of());

      assertThat(refused.violation()).isEqualTo(Violation.TOO_LONG);
      assertThat(refused).hasMessageContaining("301 characters");
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @DisplayName("value: a non-empty string")
    @MethodSource("blanks")
    void blank(IdentityType type, String blank) {
      assertThat(refused(type, blank, Map.of()).violation()).isEqualTo(Violation.BLANK);
    }

    static Stream<Arguments> blanks() {
      return Stream.of(IdentityType.values())
          .flatMap(
              type ->
                  Stream.of("", " ", "\t", "\r\n", "\u2003", "\u3000 ", "\u00a0", "\ufeff")
                      .map(blank -> arguments(type, blank)));
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @DisplayName("no leading or trailing white space, in any identity")
    @MethodSource("surrounded")
    void surroundingWhiteSpace(IdentityType type, String value) {
      assertThat(refused(type, value, Map.of()).violation())
          .isEqualTo(Violation.SURROUNDING_WHITE_SPACE);
    }

    static Stream<Arguments> surrounded() {
      return Stream.of(UID, EMAIL, STEAM_ID)
          .flatMap(
              type -> {
                String value = type == EMAIL ? MARK + "@b.c" : MARK;
                return Stream.of(
                        " " + value,
                        value + " ",
                        value + "\n",
                        "\u2003" + value,
                        value + "\u00a0",
                        "\ufeff" + value)
                    .map(text -> arguments(type, text));
              });
    }

    @Test
    @DisplayName("white space inside a value is kept")
    void innerWhiteSpace() {
      assertThat(new Identity(PSN_ID, "a b\u00a0c").value()).isEqualTo("a b\u00a0c");
    }

    @ParameterizedTest
    @DisplayName("an unpaired surrogate would arrive as another text: refused")
    @MethodSource("malformed")
    void unpairedSurrogate(String value) {
      assertThat(refused(STEAM_ID, value, Map.of()).violation())
          .isEqualTo(Violation.MALFORMED_TEXT);
    }

    static Stream<String> malformed() {
      return Stream.of(LONE_HIGH, LONE_LOW, LONE_LOW + LONE_HIGH, MARK + LONE_HIGH, LONE_LOW + MARK)
          .map(text -> MARK + text + MARK);
    }

    @ParameterizedTest(name = "U+{0}")
    @DisplayName("no control, bidirectional or ignorable character: two people could look like one")
    @ValueSource(
        strings = {
          "0000", "0009", "000A", "0085", "00AD", "034F", "061C", "115F", "1160", "17B4", "180B",
          "180E", "200B", "200D", "200E", "2028", "2029", "202E", "2060", "2065", "2066", "3164",
          "FE0F", "FEFF", "FFA0", "FFF0", "FFF9", "1D173", "E0001", "E0100", "E0FFF"
        })
    void invisible(String codePoint) {
      String character = Character.toString(Integer.parseInt(codePoint, 16));

      assertThat(refused(UID, MARK + character + "x", Map.of()).violation())
          .isEqualTo(Violation.INVISIBLE_CHARACTER);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("uid: not an email address")
    @ValueSource(strings = {"zoe" + MARK + "@example.com", MARK + "@b", "\u00fc@\u00fc.de" + MARK})
    void uidIsEmail(String value) {
      assertThat(refused(UID, value, Map.of()).violation()).isEqualTo(Violation.UID_IS_EMAIL);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("uid: only an at sign does not make it an email address")
    @ValueSource(
        strings = {
          "@handle",
          "handle@",
          "a@b@c",
          "a b@c",
          "f:0f1c2a52-6f0e-4c0e-9a55-6f3b0c9d7e11:ann@corp.example",
          "8f1c",
          "A",
          "a"
        })
    void uidIsNoEmail(String value) {
      assertThat(new Identity(UID, value).value()).isEqualTo(value);
    }

    @Test
    @DisplayName("uid: case-sensitive")
    void uidKeepsItsCase() {
      assertThat(new Identity(UID, "AbC")).isNotEqualTo(new Identity(UID, "abc"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("email: valid form")
    @ValueSource(
        strings = {"a@b", "a@b.c", "a+tag@b.c", "o'neil@b.co.uk", "\u00fc@m\u00fcnchen.de"})
    void emailForm(String value) {
      assertThat(new Identity(EMAIL, value).value()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("email: an invalid form is refused")
    @ValueSource(
        strings = {
          MARK,
          "@" + MARK,
          MARK + "@",
          "a@" + MARK + "@c",
          "a " + MARK + "@b",
          "a@b\u2003" + MARK,
          "a@b\u00a0" + MARK,
          "<" + MARK + " a@b>"
        })
    void malformedEmail(String value) {
      assertThat(refused(EMAIL, value, Map.of()).violation()).isEqualTo(Violation.MALFORMED_EMAIL);
    }

    @Test
    @DisplayName("other identifiers may look like an email address: an account name may be one")
    void emailElsewhere() {
      assertThat(new Identity(PSN_ID, "a@b.c").value()).isEqualTo("a@b.c");
    }
  }

  @Nested
  class Metadata {

    @Test
    @DisplayName("metadata: at most 30 entries; with 30")
    void thirtyEntries() {
      assertThat(new Identity(STEAM_ID, "1", entries(30)).metadata()).hasSize(30);
    }

    @Test
    @DisplayName("metadata: at most 30 entries; with 31")
    void thirtyOneEntries() {
      InvalidIdentityException refused = refused(STEAM_ID, "1", entries(31));

      assertThat(refused.violation()).isEqualTo(Violation.TOO_MANY_METADATA_ENTRIES);
      assertThat(refused)
          .hasMessage("steam_id has too many metadata entries: 31 entries, at most 30");
    }

    @Test
    @DisplayName("metadata: key and value at most 255 characters; at the limit")
    void atTheLimit() {
      Map<String, String> metadata = Map.of("k".repeat(255), "v".repeat(255));

      assertThat(new Identity(UID, "1", metadata).metadata()).isEqualTo(metadata);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("metadata: key and value not empty, at most 255 characters, well-formed")
    @MethodSource("broken")
    void broken(Violation violation, String key, String value) {
      InvalidIdentityException refused = refused(UID, "1", Map.of(key, value));

      assertThat(refused.violation()).isEqualTo(violation);
      assertThat(refused.type()).contains(UID);
    }

    static Stream<Arguments> broken() {
      return Stream.of(
          arguments(Violation.METADATA_KEY_BLANK, "", MARK),
          arguments(Violation.METADATA_KEY_BLANK, " \t", MARK),
          arguments(Violation.METADATA_KEY_TOO_LONG, MARK + "k".repeat(253), MARK),
          arguments(Violation.METADATA_VALUE_BLANK, MARK, ""),
          arguments(Violation.METADATA_VALUE_BLANK, MARK, " \n"),
          arguments(Violation.METADATA_VALUE_TOO_LONG, MARK, MARK + "v".repeat(253)),
          arguments(Violation.METADATA_MALFORMED_TEXT, MARK + LONE_HIGH, MARK),
          arguments(Violation.METADATA_MALFORMED_TEXT, MARK, LONE_LOW + MARK));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("metadata: the message contains the length and the limit")
    @MethodSource("tooLong")
    void lengthIsSaid(String what, Map<String, String> metadata) {
      assertThat(refused(UID, "1", metadata))
          .hasMessage("uid has a metadata %s that is too long: 256 characters, at most 255", what);
    }

    static Stream<Arguments> tooLong() {
      return Stream.of(
          arguments("key", Map.of("k".repeat(256), "v")),
          arguments("value", Map.of("k", "v".repeat(256))));
    }

    @Test
    @DisplayName(
        "metadata is sorted by key, and does not change with the map that it was made from")
    void isACopy() {
      // given
      Map<String, String> metadata = new HashMap<>(Map.of("b", "2", "a", "1", "c", "3"));
      Identity identity = new Identity(UID, "1", metadata);

      // when
      metadata.put("d", "4");

      // then
      assertThat(identity.metadata().keySet()).containsExactly("a", "b", "c");
      assertThatThrownBy(() -> identity.metadata().put("e", "5"))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  @DisplayName("toString contains only the type")
  void toStringShowsNoValue() {
    assertThat(new Identity(STEAM_ID, MARK, Map.of(MARK, MARK))).hasToString("Identity[steam_id]");
  }

  private static String valueOfLength(IdentityType type, int length) {
    String end = type == EMAIL ? "@b.c" : "";
    return MARK + "x".repeat(length - MARK.length() - end.length()) + end;
  }

  private static Map<String, String> entries(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "key" + i, i -> MARK + i));
  }

  /** Returns the exception. It always contains the identifier, and never the refused value. */
  private static InvalidIdentityException refused(
      IdentityType type, String value, Map<String, String> metadata) {
    InvalidIdentityException refused =
        catchThrowableOfType(
            InvalidIdentityException.class, () -> new Identity(type, value, metadata));
    assertThat(refused).isNotNull().hasMessageStartingWith(type.identifier() + " ").hasNoCause();
    assertThat(refused.getMessage()).doesNotContain(MARK).contains(refused.violation().text());
    return refused;
  }
}
