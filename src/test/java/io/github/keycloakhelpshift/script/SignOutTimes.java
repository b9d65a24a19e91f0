package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Measures how long a chat is still there after an admin ended its session, for {@code
 * bin/benchmark hour}. It is no test of its own: {@link ScriptWatchIT} and {@code SessionEndIT}
 * hold the limits.
 */
class SignOutTimes extends WatchScene {

  private static final int TIMES = Integer.getInteger("hour.signOuts", 50);

  /** The file for {@code SignOuts} of the benchmark. */
  private static final Path FILE =
      Path.of(System.getProperty("hour.signOuts.file", "target/sign-outs.json"));

  /** An admin may do it at any time, and the same times are measured in each run. */
  private static final Random WHEN = new Random(1);

  private static final SortedMap<Chat, int[]> MEASURED = new TreeMap<>();

  private enum Chat {
    OPEN(4_000, 100),
    CLOSED(MINUTE, 1_000),
    OPENED_AFTERWARDS(MINUTE, 100);

    /** In milliseconds: between two looks of the script, and between two of this test. */
    private final int interval;

    private final int step;

    Chat(int interval, int step) {
      this.interval = interval;
      this.step = step;
    }
  }

  @ParameterizedTest
  @EnumSource
  void measure(Chat chat) {
    MEASURED.put(
        chat, IntStream.range(0, TIMES).map(time -> milliseconds(chat)).sorted().toArray());
  }

  @AfterAll
  static void write() throws IOException {
    new ObjectMapper().writeValue(FILE.toFile(), MEASURED);
  }

  /** From the end of the session until the chat is gone, by the browser's clock. */
  private int milliseconds(Chat chat) {
    cookieSession(ALICE);
    Tab tab = watchedTab();
    if (chat == Chat.OPEN) {
      tab.run(CLICK);
      awaitAnswers(tab);
    }
    pass(tab, WHEN.nextInt(chat.interval));
    keycloak.endAll();
    if (chat == Chat.OPENED_AFTERWARDS) {
      tab.run(CLICK);
      awaitAnswers(tab);
    }
    int passed = 0;
    while (!tab.hasEnded()) {
      assertThat(passed).as("milliseconds").isLessThan(2 * MINUTE);
      pass(tab, chat.step);
      passed += chat.step;
    }
    tab.page().close();
    return passed;
  }
}
