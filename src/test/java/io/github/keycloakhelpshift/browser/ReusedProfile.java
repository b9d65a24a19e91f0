package io.github.keycloakhelpshift.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A profile for several tests, one after the other. Its tabs share one process, because a new
 * process takes a quarter of a second of CPU, and one that has run a page's scripts before runs
 * them faster.
 */
public final class ReusedProfile {

  /** Each test makes the profile a little slower: it keeps what the page's clock was told. */
  private static final int MOST_TESTS = 12;

  /** A tab that is open all the time, and opens the others. They share its site. */
  private static final String OPENER = "http://localhost/opener";

  private final BrowserContext context;
  private final Page opener;
  private final Set<String> origins = new HashSet<>();
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

  /** Says that other tests have pages of these origins too, so that their storage is emptied. */
  public ReusedProfile forgetting(String... shared) {
    origins.addAll(List.of(shared));
    return this;
  }

  /** Lets the clock of its pages run, which a test before may have stopped. */
  public ReusedProfile lettingClockRun() {
    context.clock().install();
    context.clock().resume();
    return this;
  }

  /**
   * Forgets what a test has left: tabs, cookies, routes, and the storage of the origins that other
   * tests have too.
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
    if (!origins.isEmpty()) {
      CDPSession devTools = context.newCDPSession(opener);
      origins.forEach(origin -> clearStorage(devTools, origin));
      devTools.detach();
    }
    return ++tests < MOST_TESTS;
  }

  private static void clearStorage(CDPSession devTools, String origin) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("origin", origin);
    arguments.addProperty("storageTypes", "all");
    devTools.send("Storage.clearDataForOrigin", arguments);
  }
}
