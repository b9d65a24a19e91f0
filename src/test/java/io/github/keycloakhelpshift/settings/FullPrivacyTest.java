package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullPrivacyTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("true or false is the same for all")
  @CsvSource({"true, true", "false, false", "TRUE, true", "True, true", "FALSE, false"})
  void forEverybody(String text, boolean on) {
    FullPrivacy fullPrivacy = FullPrivacy.parse(text);

    assertThat(fullPrivacy.source()).isEmpty();
    assertThat(
            fullPrivacy.isOn(
                source -> {
                  throw new AssertionError("nobody's value is asked for");
                }))
        .isEqualTo(on);
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("a source decides by its value; a value that is neither true nor false means on")
  @CsvSource({
    "true,  true",
    "TRUE,  true",
    "false, false",
    "False, false",
    "yes,   true",
    "0,     true",
    "no,    true",
    ",      false"
  })
  void bySource(String value, boolean on) {
    FullPrivacy fullPrivacy = FullPrivacy.parse("private");

    assertThat(fullPrivacy.source()).contains(new Source(Source.Kind.ATTRIBUTE, "private"));
    assertThat(
            fullPrivacy.isOn(
                source ->
                    source.name().equals("private")
                        ? Optional.ofNullable(value)
                        : Optional.of("wrong source")))
        .isEqualTo(on);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("for a visitor it is on, unless it is off for everybody")
  @CsvSource({"true, true", "false, false", "none, false", "private, true"})
  void forVisitors(String text, boolean on) {
    assertThat(FullPrivacy.parse(text).isOnForVisitors()).isEqualTo(on);
  }

  @Test
  @DisplayName("none overrides the realm's setting for all clients")
  void none() {
    assertThat(FullPrivacy.parse("none").isOn(source -> Optional.empty())).isFalse();
  }
}
