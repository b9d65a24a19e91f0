package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;

/** A signed-in tab whose time passes when the test says so. */
abstract class WatchScene extends ScriptScene {

  static final Person ALICE = Person.named("alice");
  static final int MINUTE = 60_000;

  /** What a visitor does who opens or closes the chat. */
  static final String CLICK = "HelpshiftSimulator.click()";

  /** A signed-in tab whose clock stands still. */
  Tab watchedTab() {
    if (browser.cookies().isEmpty()) {
      cookieSession(ALICE);
    }
    app.page(scriptLine());
    return pausedTab();
  }

  Tab pausedTab() {
    Tab tab = openTabWithClock();
    // The clock is the browser's and may stand still already; the script waits a little for a push.
    tab.page().clock().runFor(1_000);
    tab.waitForUser("alice").waitForEvent("login");
    tab.page().clock().pauseAt(((Number) tab.run("Date.now()")).longValue() + 1_000);
    return tab;
  }

  /** Lets time pass, and what it made the script ask be answered. */
  void pass(Tab tab, int milliseconds) {
    tab.page().clock().runFor(milliseconds);
    awaitAnswers(tab);
  }

  int looks() {
    return keycloak.requests("session").size();
  }

  void awaitLooks(Tab tab, int count) {
    tab.page().waitForCondition(() -> looks() >= count);
    assertThat(looks()).isEqualTo(count);
    awaitAnswers(tab);
  }
}
