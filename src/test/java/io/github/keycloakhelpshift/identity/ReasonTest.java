package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reason")
class ReasonTest {

  private static final Path MAIN = Path.of("src", "main", "java");

  /** A text in the code, which may be cut into several literals. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:Reason[.]of|new (?:InvalidSettingException|TextForm)|(?<![.\\w])problem)\\([^\";]*?"
              + "(\"[^\"]+\"(?:\\s*\\+\\s*\"[^\"]+\")*)");

  @Test
  @DisplayName("has a German text for each English one, with the same arguments")
  void german() throws IOException {
    ResourceBundle german =
        ResourceBundle.getBundle(
            Reason.class.getPackageName() + ".reasons",
            Locale.GERMAN,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Set<String> english = texts();
    Arrays.stream(FieldType.values()).map(type -> type.refusal().pattern()).forEach(english::add);

    assertThat(german.keySet()).isEqualTo(english);
    for (String text : english) {
      assertThat(german.getString(text).split("%s", -1))
          .as(text)
          .hasSameSizeAs(text.split("%s", -1));
    }
  }

  @Test
  @DisplayName("is said in the language of the admin, and in English in the log and elsewhere")
  void language() {
    Reason reason = Reason.of("tag %s %s", "vip", Reason.of("is hidden from the viewer"));

    assertThat(reason).hasToString("tag vip is hidden from the viewer");
    assertThat(reason.text(Locale.GERMANY)).isEqualTo("Tag vip ist für Sie nicht sichtbar");
    assertThat(reason.text(Locale.FRENCH)).isEqualTo("tag vip is hidden from the viewer");
  }

  @Test
  @DisplayName("has names as they are, also with a per cent sign")
  void names() {
    assertThat(Reason.of("key provider '%s'", "100 %s")).hasToString("key provider '100 %s'");
    assertThat(Reason.of("100 %s")).hasToString("100 %s");
  }

  /** Returns those with words; the others only put two together. */
  private static Set<String> texts() throws IOException {
    Set<String> texts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = TEXT.matcher(Files.readString(file));
        while (matcher.find()) {
          texts.add(matcher.group(1).replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"$", ""));
        }
      }
    }
    texts.removeIf(text -> text.replace("%s", "").chars().noneMatch(Character::isLetter));
    texts.remove("is not ");
    return texts;
  }
}
