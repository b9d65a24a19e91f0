package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.console.HelpshiftPage.patiently;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The page Helpshift in all kinds of realms and places")
class HelpshiftPagePlacesIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final MasterConsole CONSOLE = new MasterConsole(CHROMIUM);

  private final KeycloakServer server;

  HelpshiftPagePlacesIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @DisplayName(
      "is reached by a button on a console without a side menu, and goes back to its realm, by"
          + " keyboard")
  void unknownConsole() {
    TestRealm realm = ConsoleAdmins.in(working()).create(server, "größe-1");
    HelpshiftPage page = open(realm, "");
    page.entry().waitFor();
    page.page()
        .evaluate(
            "() => { document.querySelector('nav.pf-v5-c-nav').className = 'unknown';"
                + " document.body.append(document.createElement('i')); }");
    assertThat(page.entry()).hasClass(Pattern.compile("hs-entry"));
    page.entry().focus();
    page.page().keyboard().press("Enter");
    assertThat(page.part("Check")).containsText("No problems found", patiently());
    assertThat(page.dialog()).containsText("Realm größe-1");

    page.page().keyboard().press("Tab");
    assertThat(page.button("Back to the console")).isFocused();
    page.page().keyboard().press("Enter");
    assertThat(page.dialog()).hasCount(0);
    assertThat(page.entry()).isFocused();
    assertThat(page.page()).hasURL(Pattern.compile("#/gr%C3%B6%C3%9Fe-1$"));
  }

  @Test
  @DisplayName("shows at once the user whose page is open, also without User Hub")
  void userOfTheOpenPage() {
    TestRealm realm =
        working()
            .attribute("helpshift.login", "user_auth_token")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.tags", "role:vip")
            .with("{'roles': {'realm': [{'name': 'vip'}]}}")
            .secretConfig("verification", "user_auth_token")
            .user(
                "ada",
                "{'email': 'ada@example.com', 'emailVerified': true, 'firstName': 'Ada',"
                    + " 'realmRoles': ['vip']}")
            .user("bob", "{'email': 'bob@example.com'}")
            .create(server);
    HelpshiftPage page = CONSOLE.open(realm, "/users/" + realm.userId("ada") + "/settings");
    page.entry().click();
    assertThat(page.part("Look at a user"))
        .containsText("Helpshift would recognise this user.", patiently());
    assertThat(page.row("userId")).containsText(realm.userId("ada") + "id (default)");
    assertThat(page.row("userEmail")).containsText("ada@example.com");
    assertThat(page.row("global.first_name")).containsText("AdafirstName (the realm)");
    assertThat(page.row("global.new_tags")).containsText("vip");

    page.input("Find by").selectOption("email");
    page.input("User").fill("bob@example.com");
    page.input("Client").fill("web");
    page.button("Look").click();
    assertThat(page.row("userId")).containsText(realm.userId("bob"));
    assertThat(page.row("email")).containsText("Left out:");
    assertThat(page.part("Look at a user")).containsText("Client web");
  }

  @Test
  @DisplayName(
      "shows the user who was asked for last, whatever answer comes last, and goes back to the realm")
  void lastUser() {
    TestRealm realm = working().user("ada", "{}").user("bob", "{}").create(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    List<Route> slow = new ArrayList<>();
    page.page().route(address -> address.contains("preview?username=ada"), slow::add);
    for (String username : List.of("ada", "bob")) {
      page.input("User").fill(username);
      page.button("Look").click();
    }
    assertThat(page.row("uid")).containsText(realm.userId("bob"), patiently());
    page.page()
        .waitForResponse(
            answer -> answer.url().contains("preview?username=ada"),
            () -> slow.forEach(Route::resume));
    // A request that begins now ends after the page has read that answer.
    page.page().evaluate("url => fetch(url).then(answer => answer.text())", realm.url());
    assertThat(page.row("uid")).containsText(realm.userId("bob"));

    // It was opened by its address, so there is no place in this realm to go back to.
    page.button("Back to the console").click();
    assertThat(page.page()).hasURL(Pattern.compile("#/" + realm.name() + "$"));
  }

  @Test
  @DisplayName("shows the users that fine-grained permissions let an admin view, and no others")
  void fineGrainedPermissions() {
    TestRealm realm =
        ConsoleAdmins.in(working())
            .with("{'adminPermissionsEnabled': true}")
            .user("ada", "{}")
            .user("bob", "{}")
            .user("agent", "{'clientRoles': {'realm-management': ['query-users']}}")
            .create(server);
    realm.permitToView("agent", "ada");
    HelpshiftPage page = open(realm, "agent", "/helpshift?user=" + realm.userId("ada"));
    Locator user = page.part("Look at a user");
    assertThat(user).containsText("Helpshift would recognise this user.", patiently());
    page.input("User").fill(realm.userId("bob"));
    page.button("Look").click();
    assertThat(user.locator(".hs-warning")).isVisible();
    assertThat(user).not().containsText("Helpshift would recognise this user.");
    assertThat(page.dialog().getByRole(AriaRole.REGION)).hasCount(1);
  }

  @Test
  @DisplayName("says in a theme of one's own that no user data is sent, in place of an empty table")
  void noUserData() {
    TestRealm realm =
        ConsoleAdmins.in(working()).with("{'adminTheme': 'own'}").user("ada", "{}").create(server);
    HelpshiftPage page = open(realm, "/helpshift?user=" + realm.userId("ada"));
    assertThat(page.part("Look at a user"))
        .containsText("User data: nothing is sent.", patiently());
    assertThat(page.dialog().locator("table")).hasCount(1);
  }

  @Test
  @DisplayName("is reached by an entry that counts the errors of the realm that is shown")
  void otherRealm() {
    HelpshiftPage page = open(ConsoleAdmins.in(working()).withoutSecret().create(server), "");
    Locator count = page.entry().locator(".hs-count");
    HasTextOptions patience = new HasTextOptions().setTimeout(HelpshiftPage.ASSERTION_PATIENCE);
    assertThat(count).hasText("1", patience);
    answer(
        page,
        "/console/whoami",
        "{'displayName': 'A', 'locale': 'en', 'realm_access': {'other': ['view-realm']}}");
    answer(page, "/realms/other/helpshift/check", "{'errors': 7, 'findings': [], 'accepted': []}");
    String here = page.page().url();
    page.page().evaluate("location.hash = '#/other/helpshift'");
    assertThat(count).hasText("7", patience);
    page.page().unrouteAll();
    page.page().goBack();
    assertThat(page.page()).hasURL(here);
    assertThat(count).hasText("1", patience);
  }

  private static void answer(HelpshiftPage page, String path, String json) {
    page.page()
        .route(
            address -> address.contains(path),
            route ->
                route.fulfill(new Route.FulfillOptions().setBody(Json.object(json).toString())));
  }

  private HelpshiftPage open(TestRealm realm, String place) {
    return open(realm, "owner", place);
  }

  private HelpshiftPage open(TestRealm realm, String admin, String place) {
    return HelpshiftPage.open(CHROMIUM.consoleTab(server.url()), realm, admin, place);
  }
}
