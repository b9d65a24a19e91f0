package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** The settings table of {@code docs/settings.md}, made from {@link Setting}. */
final class SettingsDoc {

  /** The part above is written by hand, the part below is generated. */
  static final String MARKER =
      "<!-- Below this line: generated from the code."
          + " mvn test -Dtest=SettingsDocTest -Dsettings.doc=write -->\n";

  private static final Properties MESSAGES = messages();

  private SettingsDoc() {}

  private static Properties messages() {
    Properties messages = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/theme-resources/messages/messages_en.properties"))) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }

  /** The page with its table as it is now. */
  static String withTable(String page) {
    int marker = page.indexOf(MARKER);
    if (marker < 0) {
      throw new IllegalStateException("the page has lost its marker line: " + MARKER);
    }
    return page.substring(0, marker) + MARKER + "\n" + table() + identifiers();
  }

  static String table() {
    return Arrays.stream(Setting.values())
        .map(SettingsDoc::row)
        .collect(Collectors.joining("", "| key | meaning | default |\n| --- | --- | --- |\n", ""));
  }

  /** What {@code <identifier>} stands for in a key. */
  static String identifiers() {
    return Arrays.stream(IdentityType.values())
        .map(type -> "| `%s` | %d |%n".formatted(type.identifier(), type.maxLength()))
        .collect(
            Collectors.joining(
                "",
                "\n## Identifiers\n\n| identifier | maximal characters of its value |\n| --- | --- |\n",
                ""));
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            setting.key(),
            escaped(MESSAGES.getProperty(setting.messageKey() + "Help")),
            setting.defaultValue().map(SettingsDoc::defaultValue).orElse("none"));
  }

  /** Returns the default; one with spaces is prose. */
  private static String defaultValue(String text) {
    return text.contains(" ") ? escaped(text) : "`" + text + "`";
  }

  /** Markdown would read angle brackets as HTML, and a bar as the next cell. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "\\|");
  }
}
