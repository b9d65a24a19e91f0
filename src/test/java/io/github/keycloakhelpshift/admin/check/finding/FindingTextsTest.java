package io.github.keycloakhelpshift.admin.check.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextsTest {

  private static final String BUNDLE = FindingTexts.class.getPackageName() + ".findings";

  @ParameterizedTest
  @EnumSource(Code.class)
  @DisplayName("each code has whole sentences in both languages, and its own heading in the docs")
  void complete(Code code) throws IOException {
    Finding finding = Finding.of(code, Place.REALM);

    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      FindingRepresentation said = new FindingTexts(language).of(finding);
      assertThat(List.of(said.what(), said.why(), said.fix()))
          .allSatisfy(text -> assertThat(text).isNotBlank().matches("(?s).*([.)?]|\\{0}|%s)"));
      assertThat(said.doc()).endsWith("docs/findings.md#" + code.name().toLowerCase(Locale.ROOT));
    }
    assertThat(Files.readString(Path.of("docs/findings.md")))
        .containsPattern(
            "\n## %s\n\n%s[.] For example: (?s:.)+?\n\nTo do: "
                .formatted(code, capitalized(code.severity())));
  }

  @Test
  @DisplayName("both languages have the same texts, which name the same things")
  void sameKeys() {
    Map<String, String> english = texts(Locale.ROOT);
    Map<String, String> german = texts(Locale.GERMAN);

    assertThat(german.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) -> {
          for (String argument : List.of("{0}", "{1}", "{2}", "{3}")) {
            assertThat(german.get(key).contains(argument))
                .as("%s names %s", key, argument)
                .isEqualTo(text.contains(argument));
          }
        });
  }

  @Test
  @DisplayName("a language that we do not have is English, whatever the server's own")
  void otherLanguage() {
    assertThat(new FindingTexts(Locale.FRENCH).of(Finding.of(Code.REALM_DISABLED, Place.REALM)))
        .extracting(FindingRepresentation::what)
        .isEqualTo("The realm is disabled.");
  }

  private static String capitalized(Severity severity) {
    return severity.name().charAt(0) + severity.text().substring(1);
  }

  private static Map<String, String> texts(Locale language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> texts = new TreeMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return texts;
  }
}
