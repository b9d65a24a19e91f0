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
    "id-ID, id",
    "iw-IL, iw",
    "HE_il, iw",
    "no, no",
    "nb_NO, no",
    "zh-Hant-TW, zh-Hant",
    "zh_Hans_SG, zh-Hans",
    "zh_TW_#Hant, zh-Hant",
    "ZH-tw, zh-Hant",
    "zh-HK, zh-HK",
    "pt-Latn-BR, pt-br",
    "pt_BR.UTF-8, pt",
    "en-Latn-GB, en-GB",
    "es-AR, es",
    "fr-CA-u-ca-gregory, fr",
    "FR_fr, fr"
  })
  void mapped(String tag, String code) {
    assertThat(WebChatLanguage.of(tag)).contains(code);
  }

  /** The languages that Keycloak's own themes speak. */
  @ParameterizedTest(name = "of {0}: {1}")
  @DisplayName("is found for each language of Keycloak that Web Chat speaks")
  @CsvSource({
    "ar, ar",
    "az, ''",
    "ca, ca",
    "cs, cs",
    "da, da",
    "de, de",
    "el, el",
    "en, en",
    "es, es",
    "eu, ''",
    "fa, fa",
    "fi, fi",
    "fr, fr",
    "hr, hr",
    "hu, hu",
    "hy, ''",
    "id, id",
    "it, it",
    "ja, ja",
    "ka, ''",
    "kk, ''",
    "ko, ko",
    "ky, ''",
    "lt, ''",
    "lv, lv",
    "nl, nl",
    "no, no",
    "pl, pl",
    "pt, pt",
    "pt-BR, pt-br",
    "ro, ro",
    "ru, ru",
    "sk, sk",
    "sl, sl",
    "sv, sv",
    "th, th",
    "tr, tr",
    "uk, uk",
    "vi, vi",
    "zh-CN, zh-Hans",
    "zh-TW, zh-Hant",
    "zh-Hans, zh-Hans",
    "zh-Hant, zh-Hant"
  })
  void keycloaks(String tag, String code) {
    assertThat(WebChatLanguage.of(tag).orElse("")).isEqualTo(code);
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("is unknown for languages that it does not speak, and for other texts")
  @ValueSource(
      strings = {
        "",
        " ",
        "eu",
        "lt",
        "fil",
        "tl",
        "sr-Latn-RS",
        "deu",
        "C",
        "POSIX",
        "English",
        "Deutsch",
        "x",
        "--",
        "_"
      })
  void unknown(String tag) {
    assertThat(WebChatLanguage.of(tag)).isEmpty();
  }
}
