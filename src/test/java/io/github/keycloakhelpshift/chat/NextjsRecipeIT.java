package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.browser.Tab;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The recipe for Next.js, which keeps its tokens on its server, signs users in")
class NextjsRecipeIT extends RecipeScene {

  @RegisterExtension static final Recipes recipes = new Recipes("nextjs");

  private static final String CLIENT = "server-app";

  private NextjsApp app;

  @BeforeEach
  void startApp() throws IOException {
    ObjectNode client =
        (ObjectNode) realm.admin().get(realm.path("/clients?clientId=" + CLIENT)).get(0);
    app = NextjsApp.start(realm.url(), CLIENT, client.get("secret").asText());
    client.withArray("redirectUris").add(app.url() + "/*");
    client.withArray("webOrigins").add(app.url());
    realm.admin().put(realm.path("/clients/" + client.get("id").asText()), client);
  }

  @AfterEach
  void stopApp() {
    app.close();
  }

  @Test
  @DisplayName("loaded again, and with its component unmounted and mounted again")
  void login() {
    Tab tab = signedIn(app.url());
    reload(tab);
    unmount(tab);
    assertThat((String) tab.run("readable()")).doesNotContain("eyJ");
    assertThat(session(tab)).contains("\"login\"").doesNotContain("eyJ");
  }

  @Test
  @DisplayName("one after the other")
  void switchOfUser() {
    switchUser(signedIn(app.url()));
  }

  @Test
  @DisplayName("until the session ends, which the app notices when it needs a token")
  void end() {
    Tab tab = signedIn(app.url());
    realm.endSession(sessionId());
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForEnd();
  }

  /** What Auth.js tells the browser. */
  private static String session(Tab tab) {
    return (String) tab.run("() => fetch('/api/auth/session').then(answer => answer.text())");
  }
}
