package io.github.keycloakhelpshift.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakhelpshift.support.KeycloakServer;
import java.util.regex.Pattern;

/** Keycloak's admin console, as an admin clicks in it. */
final class AdminConsole {

  private static final double PATIENCE = 90_000;

  private final Page page;

  private AdminConsole(Page page) {
    this.page = page;
  }

  /** Logs in; the password is the username. */
  static AdminConsole logIn(
      Page page, KeycloakServer server, String adminsRealm, String admin, String realm) {
    page.setDefaultTimeout(PATIENCE);
    page.navigate(server.url() + "/admin/" + adminsRealm + "/console/#/" + realm);
    page.fill("#username", admin);
    page.fill("#password", admin);
    page.click("#kc-login");
    return new AdminConsole(page);
  }

  Page page() {
    return page;
  }

  /** Something in the menu at the left. */
  AdminConsole menu(String item) {
    page.locator("#nav-item-" + item).click();
    return this;
  }

  /** Returns the element with that test id of Keycloak's own tests. */
  Locator id(String testId) {
    return page.getByTestId(testId).first();
  }

  /** A button, or a link that looks like one. */
  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)))
        .first();
  }

  /** Something in the drop-down that is open. A theme's description follows its name. */
  Locator option(String name) {
    return page.getByRole(
        AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  /** A line of the dialog that is open. */
  Locator choice(String text) {
    return page.getByRole(AriaRole.DIALOG)
        .getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  /** Waits until the console has said that it is done, and closes what it said. */
  AdminConsole awaitSuccess() {
    page.locator(".pf-v5-c-alert.pf-m-success").first().waitFor();
    return closeAlerts();
  }

  AdminConsole closeAlerts() {
    Locator close = page.locator(".pf-v5-c-alert__action button");
    while (close.count() > 0) {
      close.first().click();
    }
    return this;
  }
}
