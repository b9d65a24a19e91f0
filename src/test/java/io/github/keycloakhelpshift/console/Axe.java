package io.github.keycloakhelpshift.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks with axe-core for what hinders people with disabilities. */
final class Axe {

  private static final int NARROW = 360;
  private static final int WIDE = 1400;

  private Axe() {}

  /**
   * In light and dark, on narrow and wide screens, but not in each combination: no color depends on
   * the width, so one test of all combinations will do.
   */
  static void assertNoFindings(HelpshiftPage page, String state) {
    load(page);
    assertNoFindings(page, ColorScheme.LIGHT, NARROW, state);
    assertNoFindings(page, ColorScheme.DARK, WIDE, state);
  }

  /** In each combination of light and dark, on narrow and wide screens. */
  static void assertNoFindingsInAnyCombination(HelpshiftPage page, String state) {
    load(page);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(NARROW, WIDE)) {
        assertNoFindings(page, scheme, width, state);
      }
    }
  }

  private static void load(HelpshiftPage page) {
    try (InputStream axe = Axe.class.getResourceAsStream("/axe.min.js")) {
      page.page().evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNoFindings(
      HelpshiftPage page, ColorScheme scheme, int width, String state) {
    String name = state + "-" + scheme + "-" + width;
    Page tab = page.page();
    tab.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    // As high as the page, so that axe sees all of it.
    tab.setViewportSize(width, 900);
    int height = (Integer) page.dialog().evaluate("dialog => dialog.scrollHeight");
    tab.setViewportSize(width, Math.max(height, 900));
    assertThat(page.dialog().evaluate("dialog => dialog.scrollWidth - dialog.clientWidth"))
        .as(name)
        .isEqualTo(0);
    Object violations =
        tab.evaluate(
            "async () => (await axe.run({include: [['dialog.hs-page']]}, {resultTypes:"
                + " ['violations']})).violations"
                + ".map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))");
    assertThat((List<?>) violations).as(name).isEmpty();
  }
}
