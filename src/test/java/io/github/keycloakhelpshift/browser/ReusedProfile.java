package io.github.keycloakhelpshift.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * A small profile for several tests, one after the other. Its tabs share one process, because a new
 * process takes a quarter of a second of CPU.
 */
public final class ReusedProfile {

  /** Each test makes the profile a little slower: it keeps what the page's clock was told. */
  private static final int MOST_TESTS = 12;

  /** A tab that is open all the time, and opens the others. They share its site. */
  private static final String OPENER = "http://localhost/opener";

  private final BrowserContext context;
  private final Page opener;
  private int tests;

  ReusedProfile(BrowserContext context) {
    this.context = context;
    opener = context.newPage();
    opener.route(OPENER, route -> route.fulfill(new Route.FulfillOptions().setBody("")));
    opener.navigate(OPENER);
  }

  public BrowserContext context() {
    return context;
  }

  /** Opens a tab. */
  public Page newPage() {
    return context.waitForPage(() -> opener.evaluate("() => void open('about:blank')"));
  }

  /**
   * Forgets what a test has left: tabs, cookies, routes, and a clock that stands still. Pages of
   * other tests have other origins.
   *
   * @return false if it should not be used again
   */
  boolean renew() {
    for (Page page : context.pages()) {
      if (!page.equals(opener)) {
        page.close();
      }
    }
    context.unrouteAll();
    context.clearCookies();
    context.clock().install();
    context.clock().resume();
    return ++tests < MOST_TESTS;
  }
}
