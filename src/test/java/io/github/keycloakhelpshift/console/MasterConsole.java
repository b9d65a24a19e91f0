package io.github.keycloakhelpshift.console;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The console of the realm {@code master}, which shows every realm to the admin of everything. A
 * console takes seconds to load, so all tests of a JVM use the same one until one of them fails.
 */
final class MasterConsole implements BeforeAllCallback, AfterEachCallback {

  private final Chromium chromium;
  private Store store;

  MasterConsole(Chromium chromium) {
    this.chromium = chromium;
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    store = test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(MasterConsole.class));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      store.remove(Page.class);
    }
  }

  /** Shows a place in a realm, in a window of the usual size where nothing is intercepted. */
  HelpshiftPage open(TestRealm realm, String place) {
    KeycloakServer server = realm.server();
    Page page = store.getOrComputeIfAbsent(Page.class, key -> load(server), Page.class);
    page.unrouteAll();
    page.setViewportSize(Chromium.WIDTH, Chromium.HEIGHT);
    page.navigate(server.url() + "/admin/master/console/#/" + realm.name() + place);
    return HelpshiftPage.of(page);
  }

  private Page load(KeycloakServer server) {
    // Once it is loaded, it no longer needs the theme, and other tests want Keycloak's own.
    server.admin().put("/master", Json.object("{'adminTheme': 'helpshift'}"));
    try {
      Page page = chromium.lastingContext().newPage();
      // What a test leaves unsaved is dropped.
      page.onDialog(Dialog::accept);
      AdminConsole.logIn(page, server, "master", LocalKeycloak.ADMIN, "master");
      HelpshiftPage.of(page).entry().waitFor();
      return page;
    } finally {
      server.admin().put("/master", Json.object("{'adminTheme': ''}"));
    }
  }
}
