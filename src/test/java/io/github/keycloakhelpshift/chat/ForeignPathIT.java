package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keycloak's page for a path that is none")
class ForeignPathIT extends ChatScene {

  @Test
  @DisplayName("asks nobody else, though the path reads like another host's address")
  void namesAnotherHost() {
    realm.update("{'loginTheme': 'helpshift'}");
    String path = "//evil.example/realms/" + realm.name() + "/";
    Page page = browser.newPage();

    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/helpshift/web-chat?"),
            () -> page.navigate(realm.server().url() + path + "none"));

    assertThat(page.evaluate("location.pathname")).isEqualTo(path + "none");
    assertThat(asked.url()).startsWith(realm.server().url() + path);
  }
}
