package io.github.keycloakhelpshift.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakhelpshift.admin.tab.SettingsTabFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The tab <em>Realm settings &gt; Helpshift</em>. */
final class SettingsTabPage {

  private static final String TEXT =
      "input[data-testid='%s']:visible, input[data-testid='config.%s']:visible";

  private final AdminConsole console;

  SettingsTabPage(AdminConsole console) {
    this.console = console;
  }

  /**
   * Until every drop-down of attributes is there. Each comes when the server has answered it, and
   * takes the focus: what is typed meanwhile would go there.
   */
  SettingsTabPage await() {
    for (ProviderConfigProperty input : new SettingsTabFactory().getConfigProperties()) {
      if (ProviderConfigProperty.USER_PROFILE_ATTRIBUTE_LIST_TYPE.equals(input.getType())) {
        row(input.getName()).waitFor();
      }
    }
    return this;
  }

  SettingsTabPage reload() {
    console.page().reload();
    return await();
  }

  /** An input with its label and help. */
  Locator row(String name) {
    return console
        .page()
        .locator(
            ".pf-v5-c-form__group:visible:has(%s, label[for='%s'], label[for='config.%s'])"
                .formatted(TEXT.formatted(name, name), name, name));
  }

  /** Where text is typed: a text field, or what stands beside a drop-down of attributes. */
  Locator text(String name) {
    return console.page().locator(TEXT.formatted(name, name));
  }

  /** A cell of a table of keys and values. */
  Locator cell(String name, int row, String column) {
    return console.id("config.%s.%d.%s".formatted(name, row, column));
  }

  void addRow(String name) {
    console.id(name + "-add-row").click();
  }

  /** Chooses from a drop-down. */
  void choose(String name, String option) {
    row(name).locator(".pf-v5-c-form__group-control button").last().click();
    console
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  Locator switchOf(String name) {
    return console.id(name);
  }

  void toggle(String name) {
    console.toggle(name);
  }

  void save() {
    clickSave();
    console.awaitSuccess();
  }

  /** Saves in vain. */
  String saveAndFail() {
    clickSave();
    return console.awaitError();
  }

  private void clickSave() {
    console.closeAlerts();
    console.page().locator("[data-testid=save]:visible").click();
  }
}
