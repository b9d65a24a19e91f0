package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.Login;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;

/** The recipes have the same buttons, and a view without the component that hands over auth. */
abstract class RecipeScene extends ChatScene {

  private static final Path RECORDER = Path.of("src/test/resources/script/recorder.js");

  @BeforeEach
  void record() {
    ownProfile().addInitScript(RECORDER);
  }

  Tab signedIn(String url) {
    Tab tab = visit(url).waitForAnonymous();
    logIn(tab);
    return tab.waitForUser(playerId());
  }

  /**
   * A load of the page by somebody who is signed in: one request, and no anonymous chat before. The
   * page's clock stands still, so that no time limit passes on a slow machine.
   */
  void reload(Tab tab) {
    List<String> requests = new CopyOnWriteArrayList<>();
    tab.page().onRequest(request -> requests.add(request.url()));
    tab.page().clock().install();
    tab.page().clock().pauseAt(System.currentTimeMillis() + 1000);
    tab.page().reload();
    tab.waitForUser(playerId());
    assertThat(tab.events()).containsExactly("login");
    assertThat(requests).filteredOn(url -> url.contains("/helpshift/web-chat?")).hasSize(1);
    tab.page().clock().resume();
  }

  /** The component goes and comes back, as often as the user likes: the chat goes on. */
  void unmount(Tab tab) {
    for (String view : List.of("other", "help", "other")) {
      tab.page().click("#" + view);
      tab.page().waitForSelector("h1:text-is('%s')".formatted(capitalized(view)));
    }
    tab.waitForUser(playerId());
    assertThat(tab.events()).containsExactly("login");
    assertThat(tab.simulator().path("loginRequests").asInt()).isEqualTo(1);
  }

  /** Logs out, and logs another user in. */
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
