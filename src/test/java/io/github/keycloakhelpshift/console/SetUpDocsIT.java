package io.github.keycloakhelpshift.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("docs/set-up.md, and the same in German")
class SetUpDocsIT {

  /** Names that are the same in every language. */
  private static final Set<String> NAMES =
      Set.of("Helpshift", "Helpshift identity token", "helpshift", "helpshift-secret");

  private static final Pattern LABELS = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");
  private static final Pattern MESSAGE = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern PICTURE_OR_COMMAND =
      Pattern.compile("\\((images/.+)\\)|(?m)^ {4,}(\\S.*)$");

  private final KeycloakServer server;

  SetUpDocsIT(KeycloakServer server) {
    this.server = server;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"set-up.md, en", "set-up.de.md, de"})
  @DisplayName("name only labels that the console or the page Helpshift has in that language")
  void labels(String page, String language) throws IOException {
    Set<String> labels =
        LABELS
            .matcher(Files.readString(Path.of("docs", page)))
            .results()
            .flatMap(label -> Stream.of(label.group(1).split("\\s*→\\s*")))
            .map(label -> label.replaceAll("\\s+", " "))
            .collect(Collectors.toCollection(TreeSet::new));
    labels.removeAll(NAMES);

    assertThat(labels).hasSizeGreaterThan(20);
    assertThat(shown(language)).containsAll(labels);
  }

  @Test
  @DisplayName("have the same pictures and commands")
  void same() throws IOException {
    assertThat(found("set-up.de.md")).isEqualTo(found("set-up.md"));
  }

  private static List<String> found(String page) throws IOException {
    return PICTURE_OR_COMMAND
        .matcher(Files.readString(Path.of("docs", page)))
        .results()
        .map(found -> found.group().replaceAll("\\s+", " "))
        .toList();
  }

  /** Returns what is shown in that language. Keycloak shows the English text where it has none. */
  private Set<String> shown(String language) throws IOException {
    Map<String, String> messages = new HashMap<>(messages("en"));
    messages.putAll(messages(language));
    Set<String> shown = new TreeSet<>(messages.values());
    String ours = Files.readString(Path.of("src/main/js/console/messages-" + language + ".js"));
    MESSAGE.matcher(ours).results().forEach(message -> shown.add(message.group(1)));
    return shown;
  }

  private Map<String, String> messages(String language) {
    JsonNode answer =
        Http.get(server.url() + "/resources/master/admin/" + language).send().orFail().json();
    Map<String, String> messages = new HashMap<>();
    answer.forEach(one -> messages.put(one.get("key").asText(), one.get("value").asText()));
    return messages;
  }
}
