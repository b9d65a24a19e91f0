package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingProblemTest {

  private static final Path MAIN =
      Path.of("src", "main", "java", "io", "github", "keycloakhelpshift");

  /** A text in the code, which may be cut into several literals. */
  private static final Pattern TEXT =
      Pattern.compile(
          "new (?:SettingProblem|InvalidSettingException|TextForm)\\([^\";]*"
              + "(\"[^\"]+\"(?:\\s*\\+\\s*\"[^\"]+\")*)");

  @Test
  @DisplayName("each text of a problem has a German one, with the same arguments")
  void german() throws IOException {
    ResourceBundle german =
        ResourceBundle.getBundle(
            SettingProblem.class.getPackageName() + ".problems",
            Locale.GERMAN,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    assertThat(german.keySet()).isEqualTo(texts());
    for (String text : texts()) {
      assertThat(german.getString(text).split("%s", -1))
          .as(text)
          .hasSameSizeAs(text.split("%s", -1));
    }
  }

  @Test
  @DisplayName("is said in the language of the admin, and in English in the log")
  void language() {
    SettingProblem problem =
        new SettingProblem("helpshift.login", "is not one of %s", List.of("a, b"), true);

    assertThat(problem).hasToString("helpshift.login is not one of a, b");
    assertThat(problem.text(Locale.GERMANY)).isEqualTo("helpshift.login ist keins von a, b");
    assertThat(problem.message(Locale.FRENCH)).isEqualTo("is not one of a, b");
  }

  private static Set<String> texts() throws IOException {
    Set<String> texts = new TreeSet<>();
    for (String folder : List.of("settings", "admin/settings")) {
      try (Stream<Path> files = Files.list(MAIN.resolve(folder))) {
        for (Path file : files.toList()) {
          Matcher matcher = TEXT.matcher(Files.readString(file));
          while (matcher.find()) {
            texts.add(matcher.group(1).replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"$", ""));
          }
        }
      }
    }
    return texts;
  }
}
