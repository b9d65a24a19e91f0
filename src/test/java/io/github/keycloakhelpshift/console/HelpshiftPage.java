package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakhelpshift.support.TestRealm;

/** The page <em>Helpshift</em> of the admin console, as an admin of that realm uses it. */
final class HelpshiftPage {

  private static final double PATIENCE = 90_000;

  /**
   * For assertions, in milliseconds: Keycloak's console may be slow to start beside other tests.
   */
  static final double ASSERTION_PATIENCE = 60_000;

  private final Page page;

  private HelpshiftPage(Page page) {
    this.page = page;
  }

  /** Opens the realm's own console at a place in it, which leads to the login. */
  static HelpshiftPage atLogin(Page page, TestRealm realm, String place) {
    page.setDefaultTimeout(PATIENCE);
    page.navigate(
        realm.server().url() + "/admin/" + realm.name() + "/console/#/" + realm.name() + place);
    page.locator("#username").waitFor();
    return new HelpshiftPage(page);
  }

  /** Opens the realm's own console at a place in it, as one of its admins. */
  static HelpshiftPage open(Page page, TestRealm realm, String admin, String place) {
    return atLogin(page, realm, place).logIn(admin);
  }

  /** Logs in; the password is the username. */
  HelpshiftPage logIn(String admin) {
    page.fill("#username", admin);
    page.fill("#password", admin);
    page.click("#kc-login");
    return this;
  }

  /** The page in a console where somebody is logged in. */
  static HelpshiftPage of(Page page) {
    return new HelpshiftPage(page);
  }

  Page page() {
    return page;
  }

  static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(ASSERTION_PATIENCE);
  }

  void assertVisible(String text) {
    assertThat(text(text).first()).isVisible(new IsVisibleOptions().setTimeout(ASSERTION_PATIENCE));
  }

  /** Clicks a switch, once it is done with the click before. */
  void clickToggle(String label) {
    awaitToggle(label);
    toggle(label).click();
  }

  /** Waits until a switch is done with the click before: a busy one ignores the next. */
  void awaitToggle(String label) {
    assertThat(toggle(label))
        .not()
        .hasAttribute(
            "aria-busy", "true", new HasAttributeOptions().setTimeout(ASSERTION_PATIENCE));
  }

  /** The line in the console's menu, or the button where there is no menu. */
  Locator entry() {
    return page.locator("#nav-item-helpshift");
  }

  Locator dialog() {
    return page.locator("dialog.hs-page");
  }

  Locator input(String label) {
    return dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  Locator toggle(String label) {
    return dialog()
        .getByRole(AriaRole.SWITCH, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  Locator button(String name) {
    return dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator text(String text) {
    return dialog().getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  /** The part of the page with that heading. */
  Locator part(String heading) {
    return dialog()
        .getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(heading).setExact(true));
  }

  /** The fields with that legend. */
  Locator group(String legend) {
    return dialog()
        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(legend).setExact(true));
  }

  /** The row of a table with that name. */
  Locator row(String name) {
    return dialog()
        .getByRole(AriaRole.ROW)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.ROWHEADER,
                        new Page.GetByRoleOptions().setName(name).setExact(true))));
  }
}
