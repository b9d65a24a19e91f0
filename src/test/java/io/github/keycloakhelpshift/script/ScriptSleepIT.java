package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page that the browser has put aside")
class ScriptSleepIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");

  @Test
  @DisplayName("is frozen with its tab, and looks at the session when it wakes up")
  void frozen() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    CDPSession browserTools = browser.newCDPSession(tab.page());
    tab.setVisible(false);
    lifecycle(browserTools, "frozen");
    keycloak.end(session);
    lifecycle(browserTools, "active");
    assertThat(tab.events()).containsExactly("login");
    tab.setVisible(true);
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
  }

  private static void lifecycle(CDPSession browserTools, String state) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("state", state);
    browserTools.send("Page.setWebLifecycleState", parameters);
  }
}
