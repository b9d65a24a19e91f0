package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import io.github.keycloakhelpshift.browser.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Takes README's picture. It goes to {@code target/screenshots}, or where the system property
 * {@code screenshots} says: {@code bin/test -Dit.test=PictureIT -Dscreenshots=docs/images}.
 */
class PictureIT extends ChatScene {

  @Test
  @DisplayName("a web app, with a chat in which its user is signed in")
  void demo() {
    Tab tab = app("/");
    tab.page().setViewportSize(1000, 640);
    logIn(tab);
    tab.waitForUser(playerId());
    tab.run("Helpshift('open')");
    FrameLocator chat = tab.page().frameLocator("iframe[src*='/frame.html']");
    chat.getByText(playerId()).first().waitFor();

    Path file = Path.of(System.getProperty("screenshots", "target/screenshots"), "demo.png");
    tab.page().screenshot(new Page.ScreenshotOptions().setPath(file));

    assertThat(tab.page().textContent("#who")).isEqualTo("Signed in as player.");
  }
}
