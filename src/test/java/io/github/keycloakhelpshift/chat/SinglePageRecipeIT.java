package io.github.keycloakhelpshift.chat;

import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** React in StrictMode, whose development build runs each effect twice; and Vue. */
@DisplayName("A recipe for a single-page app signs its users in to Helpshift")
class SinglePageRecipeIT extends RecipeScene {

  @RegisterExtension static final Recipes recipes = new Recipes("react", "vue");

  static String[] pages() {
    return new String[] {
      "react/", "react-development/", "react/package.html", "react-development/package.html", "vue/"
    };
  }

  private Tab signedInTo(String page) {
    return signedIn(apps.url() + "/recipes/" + page);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  @DisplayName(
      "loaded again, with its component unmounted and mounted again, until the session ends")
  void login(String page) {
    Tab tab = signedInTo(page);
    reload(tab);
    unmount(tab);
    realm.endSession(sessionId());
    tab.openChat().waitForEnd();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  @DisplayName("one after the other")
  void switchOfUser(String page) {
    switchUser(signedInTo(page));
  }
}
