package io.github.keycloakhelpshift.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks with axe-core for what hinders people with disabilities. It also takes a picture of each
 * state: {@code target/screenshots}.
 */
final class Axe {

  private static final int NARROW = 360;
  private static final int WIDE = 1400;

  private Axe() {}

  /** In light and dark, on narrow and wide screens. */
  static void assertNoFindings(HelpshiftPage page, String state) {
    Page tab = page.page();
    try (InputStream axe = Axe.class.getResourceAsStream("/axe.min.js")) {
      tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      tab.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      for (int width : List.of(NARROW, WIDE)) {
        assertNoFindings(page, width, state + "-" + scheme + "-" + width);
      }
    }
  }

  private static void assertNoFindings(HelpshiftPage page, int width, String name) {
    Page tab = page.page();
    // As high as the page, so that the picture shows all of it.
    tab.setViewportSize(width, 900);
    int height = (Integer) page.dialog().evaluate("dialog => dialog.scrollHeight");
    tab.setViewportSize(width, Math.max(height, 900));
    tab.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    assertThat(page.dialog().evaluate("dialog => dialog.scrollWidth - dialog.clientWidth"))
        .as(name)
        .isEqualTo(0);
    Object violations =
        tab.evaluate(
            "async () => (await axe.run({include: [['dialog.hs-page']]})).violations"
                + ".map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))");
    assertThat((List<?>) violations).as(name).isEmpty();
  }
}
