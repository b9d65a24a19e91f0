package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Web Chat's code of a language")
class WebChatLanguageTest {

  /** Helpshift's list, from its documentation. */
  @ParameterizedTest
  @DisplayName("is itself")
  @ValueSource(
      strings = {
        "en", "de", "es", "fr", "it", "ru", "zh-Hans", "zh-Hant", "zh-HK", "zh-SG", "pt", "pt-br",
        "es-419", "en-GB", "ko", "ja", "tr", "nl", "cs", "hu", "id", "th", "sl", "vi", "ar", "pl",
        "no", "sv", "fi", "ro", "el", "da", "ms", "iw", "sk", "uk", "ca", "hr", "bn", "bg", "gu",
        "hi", "kn", "lv", "ml", "mr", "pa", "fa", "ta", "te"
      })
  void itself(String code) {
    assertThat(WebChatLanguage.of(code)).contains(code);
    assertThat(WebChatLanguage.of(code.toUpperCase(java.util.Locale.ROOT))).contains(code);
  }

  @ParameterizedTest(name = "of {0}: {1}")
  @DisplayName("is found for the codes of Keycloak and BCP 47")
  @CsvSource({
    "'he', iw",
    "zh-CN, zh-Hans",
    "zh_CN, zh-Hans",
    "zh-TW, zh-Hant",
    "zh-MO, zh-Hant",
    "zh-Hant-HK, zh-Hant",
    "zh, zh-Hans",
    "pt-BR, pt-br",
    "pt_BR, pt-br",
    "pt-PT, pt",
    "pt-AO, pt",
    "en-US, en",
    "en-AU, en",
    "en-gb, en-GB",
    "es-419, es-419",
    "es-MX, es",
    "de-CH-1996, de",
    "de-u-co-phonebk, de",
    "nb, no",
    "nn-NO, no",
    "in, id",
    "FR_fr, fr"
  })
  void mapped(String tag, String code) {
    assertThat(WebChatLanguage.of(tag)).contains(code);
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("is unknown for languages that it does not speak, and for other texts")
  @ValueSource(
      strings = {"", " ", "eu", "lt", "fil", "sr-Latn", "English", "Deutsch", "x", "--", "_"})
  void unknown(String tag) {
    assertThat(WebChatLanguage.of(tag)).isEmpty();
  }
}
