package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.Login;
import java.nio.file.Path;
import java.util.List;

/** The recipes have the same buttons, and a view without the component that hands over auth. */
abstract class RecipeScene extends ChatScene {

  private static final Path RECORDER = Path.of("src/test/resources/script/recorder.js");

  @Override
  BrowserContext profile() {
    BrowserContext profile = super.profile();
    profile.addInitScript(RECORDER);
    return profile;
  }

  Tab signedIn(String url) {
    Tab tab = visit(url).waitForAnonymous();
    logIn(tab);
    return tab.waitForUser(playerId());
  }

  /** A load of the page by somebody who is signed in. */
  void reload(Tab tab) {
    tab.page().reload();
    tab.waitForUser(playerId());
    assertThat(tab.events()).endsWith("login");
  }

  /** The component goes and comes back, as often as the user likes: the chat goes on. */
  void unmount(Tab tab) {
    for (String view : List.of("other", "help", "other")) {
      tab.page().click("#" + view);
      tab.page().waitForSelector("h1:text-is('%s')".formatted(capitalized(view)));
    }
    tab.waitForUser(playerId());
    assertThat(tab.events()).doesNotContain("logout").endsWith("login");
    assertThat(tab.simulator().path("loginRequests").asInt()).isEqualTo(1);
  }

  /** Logs out, and somebody else in. */
  void switchUser(Tab tab) {
    logOut(tab);
    logIn(tab, "guest");
    tab.waitForUser(realm.userId("guest"));
    assertThat(helpshift.logins()).allMatch(Login::accepted);
    assertThat(Tab.strings(tab.json("window.HelpshiftSimulator.violations()"))).isEmpty();
  }

  void logOut(Tab tab) {
    tab.page().click("#logout");
    tab.page().waitForSelector("#login");
    tab.waitFor("() => window.HelpshiftSimulator?.state().user.kind === 'anonymous'", null);
  }

  private static String capitalized(String view) {
    return view.equals("help") ? "Help" : "Other";
  }
}
