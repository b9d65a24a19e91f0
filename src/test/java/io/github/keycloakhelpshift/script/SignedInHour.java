package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts what the script sends to the login server in a signed-in hour, for {@code bin/benchmark
 * hour}. It is no test of its own: {@link ScriptWatchIT} holds the limits.
 */
class SignedInHour extends WatchScene {

  /** How often an open chat looks. */
  private static final int LOOK = 4_000;

  /** The file for {@code HourOfRequests} of the benchmark. */
  private static final Path FILE = Path.of(System.getProperty("hour.requests", "target/hour.json"));

  private static final List<Requests> COUNTED = new ArrayList<>();

  private record Requests(String name, int webChat, int token, int session, int refresh) {}

  /** What happens in the hour. */
  private record Hour(String name, BiConsumer<SignedInHour, Tab> course) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hour> hours() {
    return Stream.of(
        new Hour("closed chat", (scene, tab) -> scene.minutes(tab, 60)),
        new Hour(
            "chat open for 3 of 60 minutes",
            (scene, tab) -> {
              scene.minutes(tab, 28);
              tab.run(CLICK);
              scene.awaitAnswers(tab);
              for (int i = 0; i < 3 * MINUTE / LOOK; i++) {
                scene.pass(tab, LOOK);
              }
              tab.run(CLICK);
              scene.minutes(tab, 29);
            }),
        new Hour(
            "hidden tab",
            (scene, tab) -> {
              tab.setVisible(false);
              scene.minutes(tab, 60);
            }),
        new Hour(
            "closed chat, session ended by an admin after 30 minutes",
            (scene, tab) -> {
              scene.minutes(tab, 30);
              scene.keycloak.endAll();
              scene.minutes(tab, 30);
              tab.waitForEnd();
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hours")
  void count(Hour hour) {
    Tab tab = watchedTab();
    hour.course().accept(this, tab);
    COUNTED.add(
        new Requests(
            hour.name(),
            keycloak.requests("web-chat").size(),
            keycloak.requests("token").size(),
            looks(),
            0));
    Requests counted = COUNTED.get(COUNTED.size() - 1);
    assertThat(counted.webChat() + counted.token() + counted.session())
        .as("all that was sent")
        .isEqualTo(keycloak.allRequests());
  }

  @AfterAll
  static void write() throws IOException {
    new ObjectMapper().writeValue(FILE.toFile(), COUNTED);
  }

  private void minutes(Tab tab, int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      pass(tab, MINUTE);
    }
  }
}
