package io.github.keycloakhelpshift.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages that Helpshift's Web Chat speaks. Some have codes that only Helpshift uses.
 *
 * @see <a href="https://developers.helpshift.com/web-chat/internationalization/">Helpshift:
 *     Internationalization</a>
 */
public final class WebChatLanguage {

  /** Web Chat's code for the language of the visitor's browser. */
  public static final String BROWSER_DEFAULT = "browserDefault";

  private static final Map<String, String> CODES =
      Stream.of(
              "en", "de", "es", "fr", "it", "ru", "zh-Hans", "zh-Hant", "zh-HK", "zh-SG", "pt",
              "pt-br", "es-419", "en-GB", "ko", "ja", "tr", "nl", "cs", "hu", "id", "th", "sl",
              "vi", "ar", "pl", "no", "sv", "fi", "ro", "el", "da", "ms", "iw", "sk", "uk", "ca",
              "hr", "bn", "bg", "gu", "hi", "kn", "lv", "ml", "mr", "pa", "fa", "ta", "te")
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> code.toLowerCase(Locale.ROOT), Function.identity()));

  /** Web Chat's codes by the codes that others use. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "he", "iw",
          "in", "id",
          "nb", "no",
          "nn", "no",
          "zh", "zh-Hans",
          "zh-cn", "zh-Hans",
          "zh-tw", "zh-Hant",
          "zh-mo", "zh-Hant");

  private WebChatLanguage() {}

  public static Set<String> codes() {
    return Set.copyOf(CODES.values());
  }

  /**
   * Returns Web Chat's code for a language tag of Keycloak or BCP 47: with its script, else with
   * its region, else only the language; empty if Web Chat does not speak it.
   */
  public static Optional<String> of(String tag) {
    Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
    String language = locale.getLanguage();
    return Stream.of(
            language + "-" + locale.getScript(), language + "-" + locale.getCountry(), language)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .flatMap(name -> Stream.of(CODES, ALIASES).map(codes -> codes.get(name)))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
