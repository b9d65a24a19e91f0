package io.github.keycloakhelpshift.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The words of the console's forms and of Keycloak's errors. */
class ThemeMessagesTest {

  private static final Path MESSAGES =
      Path.of("src", "main", "resources", "theme-resources", "messages");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  @Test
  @DisplayName("both languages have the same texts, with the same arguments")
  void sameKeys() throws IOException {
    Properties english = read("messages_en.properties");
    Properties german = read("messages_de.properties");

    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(german.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
      assertThat(german.getProperty(key)).as(key).isNotBlank();
    }
  }

  private static List<String> arguments(String text) {
    return ARGUMENT.matcher(text).results().map(MatchResult::group).distinct().sorted().toList();
  }

  private static Properties read(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
