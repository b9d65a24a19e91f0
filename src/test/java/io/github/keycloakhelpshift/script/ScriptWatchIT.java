package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The watch over a session")
class ScriptWatchIT extends WatchScene {

  @Test
  @DisplayName("asks once a minute while the chat is closed: at most 65 requests in an hour")
  void closedForAnHour() {
    Tab tab = watchedTab();
    for (int minute = 1; minute <= 60; minute++) {
      tab.page().clock().runFor(MINUTE);
      awaitLooks(tab, minute);
    }
    assertThat(keycloak.allRequests()).isLessThanOrEqualTo(65);
    assertThat(tab.events()).containsExactly("login");
  }

  @ParameterizedTest(name = "{0}: after {1} seconds")
  @CsvSource({"0, 30", "0.999, 60"})
  @DisplayName("looks first at a random time, so that tabs that open together do not ask together")
  void spread(String chance, int seconds) {
    cookieSession(ALICE);
    app.page("<script>Math.random = () => " + chance + "</script>" + scriptLine());
    Tab tab = pausedTab();
    tab.page().clock().runFor((seconds - 5) * 1_000L);
    assertThat(looks()).isZero();
    tab.page().clock().runFor(5_000);
    awaitLooks(tab, 1);
  }

  @Test
  @DisplayName("ends a closed chat within a minute")
  void closedChatEnds() {
    String session = cookieSession(ALICE);
    Tab tab = watchedTab();
    keycloak.end(session);
    tab.page().clock().runFor(MINUTE);
    tab.waitForEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLICK, "Helpshift('open')", "Helpshift('toggle')"})
  @DisplayName("asks at once when the chat is opened, and every 4 seconds while it is open")
  void openChat(String open) {
    Tab tab = watchedTab();
    tab.run(open);
    awaitLooks(tab, 1);
    for (int looks = 2; looks <= 6; looks++) {
      tab.page().clock().runFor(4_000);
      awaitLooks(tab, looks);
    }
    tab.run(open.contains("open") ? "Helpshift('close')" : open);
    tab.page().clock().runFor(MINUTE - 1_000);
    assertThat(looks()).isEqualTo(6);
    tab.page().clock().runFor(2_000);
    awaitLooks(tab, 7);
  }

  @Test
  @DisplayName("ends an open chat within 5 seconds")
  void openChatEnds() {
    String session = cookieSession(ALICE);
    Tab tab = watchedTab();
    tab.run(CLICK);
    awaitLooks(tab, 1);
    keycloak.end(session);
    tab.page().clock().runFor(4_500);
    tab.waitForEnd();
  }

  @Test
  @DisplayName("goes on when the machine's clock is set back")
  void clockSetBack() {
    Tab tab = watchedTab();
    tab.run(CLICK);
    awaitLooks(tab, 1);
    tab.page()
        .clock()
        .setSystemTime(((Number) tab.run("Date.now()")).longValue() - 24 * 60 * MINUTE);
    tab.page().clock().runFor(9_000);
    awaitLooks(tab, 2);
    tab.page().clock().runFor(4_000);
    awaitLooks(tab, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {CLICK, "Helpshift('open')"})
  @DisplayName("hides a chat again that is opened after the session's end")
  void openedAfterTheEnd(String open) {
    String session = cookieSession(ALICE);
    Tab tab = watchedTab();
    keycloak.end(session);
    tab.run(open);
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dispatchEvent(new Event('focus'))",
        "dispatchEvent(new Event('online'))",
        "setVisibility('visible')"
      })
  @DisplayName("asks at once when the tab is focused, online or visible again")
  void atOnce(String event) {
    String session = cookieSession(ALICE);
    Tab tab = watchedTab();
    keycloak.end(session);
    tab.run(event);
    tab.waitForEnd();
  }

  @Test
  @DisplayName("asks nothing in a hidden tab, though its chat is open")
  void hidden() {
    Tab tab = watchedTab();
    tab.run(CLICK);
    awaitLooks(tab, 1);
    tab.setVisible(false);
    int before = keycloak.allRequests();
    tab.page().clock().runFor(10 * MINUTE);
    tab.run("dispatchEvent(new Event('focus'))");
    assertThat(keycloak.allRequests()).isEqualTo(before);
    tab.setVisible(true);
    awaitLooks(tab, 2);
  }

  @ParameterizedTest(name = "watchSeconds {0}: every {1} seconds")
  @CsvSource({"600, 600", "10, 10", "1, 10", "86400, 600", "often, 60"})
  @DisplayName("asks as often as the realm says, within limits")
  void watchSeconds(String setting, int seconds) {
    keycloak.setting("watchSeconds", setting.matches("\\d+") ? Integer.valueOf(setting) : setting);
    Tab tab = watchedTab();
    for (int looks = 1; looks <= 3; looks++) {
      tab.page().clock().runFor(seconds * 1_000L);
      awaitLooks(tab, looks);
    }
    tab.page().clock().runFor(seconds * 1_000L / 4);
    assertThat(looks()).isEqualTo(3);
  }

  @Test
  @DisplayName("asks in one of several visible tabs, which tells the others; another takes over")
  void oneOfSeveralTabs() {
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab first = pausedTab();
    Tab second = pausedTab();
    // The second one's login makes the first one look.
    awaitLooks(first, 1);
    listen(second);
    first.run(CLICK);
    second.waitFor("() => heard.length === 1", null);
    int before = looks();
    for (int i = 0; i < 30; i++) {
      // The clock is the browser's: it runs in both tabs.
      first.page().clock().runFor(2_000);
      awaitAnswers(first);
      awaitAnswers(second);
    }
    // Every 4 seconds, from the tab whose chat is open.
    assertThat(looks() - before).isBetween(14, 16);
    first.page().close();
    int afterwards = looks();
    second.page().clock().runFor(MINUTE + 1_000);
    second.page().waitForCondition(() -> looks() > afterwards);
    awaitAnswers(second);
    // Two if the browser focuses the second tab when the first one closes.
    assertThat(looks() - afterwards).isBetween(1, 2);
  }

  @Test
  @DisplayName("goes on in another visible tab when the one that asks is hidden")
  void askingTabIsHidden() {
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab first = pausedTab();
    Tab second = pausedTab();
    awaitLooks(first, 1);
    first.run(CLICK);
    second.run(CLICK);
    first.page().waitForCondition(() -> looks() >= 3);
    awaitAnswers(first);
    awaitAnswers(second);
    first.setVisible(false);
    int before = looks();
    for (int round = 1; round <= 5; round++) {
      second.page().clock().runFor(4_700);
      int asked = before + round;
      second.page().waitForCondition(() -> looks() >= asked);
      awaitAnswers(second);
    }
  }

  @Test
  @DisplayName("does not take another session's look for its own")
  void anotherSession() {
    Tab tab = watchedTab();
    tab.run(
        "name => { const c = new BroadcastChannel(name);"
            + " for (const sid of ['', 'forged']) c.postMessage({ type: 'look', sid }) }",
        channelName());
    tab.run(
        "() => new Promise(r => { const c = new MessageChannel();"
            + " c.port1.onmessage = r; c.port2.postMessage(0) })");
    tab.page().clock().runFor(MINUTE);
    awaitLooks(tab, 1);
  }

  @Test
  @DisplayName("obeys Retry-After of a session that lives")
  void retryAfterWhileAlive() {
    keycloak.sessionRetryAfter(300);
    Tab tab = watchedTab();
    tab.page().clock().runFor(MINUTE);
    awaitLooks(tab, 1);
    awaitAnswers(tab);
    tab.page().clock().runFor(299_000);
    assertThat(looks()).isEqualTo(1);
    tab.page().clock().runFor(32_000);
    awaitLooks(tab, 2);
    tab.run(CLICK);
    awaitLooks(tab, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"429 seconds", "503 seconds", "503 date"})
  @DisplayName("obeys Retry-After of an error, whatever happens meanwhile")
  void retryAfterError(String kind) {
    Tab tab = watchedTab();
    long now = ((Number) tab.run("Date.now()")).longValue();
    String retryAfter =
        kind.endsWith("date")
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(now + 120_000).atOffset(ZoneOffset.UTC))
            : "120";
    keycloak.next(
        "session",
        Behaviour.fail(Integer.parseInt(kind.substring(0, 3)), "busy").retryAfter(retryAfter));
    tab.run(CLICK);
    awaitLooks(tab, 1);
    awaitAnswers(tab);
    tab.page().clock().runFor(110_000);
    tab.run("() => { dispatchEvent(new Event('focus')); dispatchEvent(new Event('online')) }");
    assertThat(looks()).isEqualTo(1);
    tab.page().clock().runFor(23_000);
    awaitLooks(tab, 2);
    assertThat(tab.events()).containsExactly("login");
  }

  /** Counts the looks that tabs tell of. */
  private void listen(Tab tab) {
    tab.run(
        "name => { heard = []; channel = new BroadcastChannel(name);"
            + " channel.onmessage = e => e.data.type === 'look' && heard.push(e.data) }",
        channelName());
  }
}
