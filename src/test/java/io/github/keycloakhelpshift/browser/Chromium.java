package io.github.keycloakhelpshift.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import io.github.keycloakhelpshift.simulator.Response;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * A headless Chromium for all test classes of a JVM, started by the first that asks: the system's
 * when there is one, else Playwright's own. Each test has browser contexts of its own, closed after
 * it; of a failed test's pages a screenshot is left in {@code target/browser}. Without any browser
 * the tests are aborted, and with {@code CI=true} they fail.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback {

  /** Where pages load Web Chat from, unless the realm says otherwise. */
  public static final String HELPSHIFT = "https://webchat.helpshift.com";

  /** Of pages that are not small, in pixels. */
  public static final int WIDTH = 1200;

  /** See {@link #WIDTH}. */
  public static final int HEIGHT = 480;

  private static final Path SHOTS = Path.of("target", "browser");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Pages that live for a second or so: better compilers take more CPU than they save.
          "--js-flags=--no-opt --no-maglev");

  private final List<BrowserContext> contexts = new ArrayList<>();
  private Running running;
  private ReusedProfile reused;

  @Override
  public void beforeAll(ExtensionContext test) {
    // JUnit closes it after this JVM's last test class.
    running =
        test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class))
            .getOrComputeIfAbsent(Running.class, key -> launch(), Running.class);
  }

  /** A browser that runs, the driver that it belongs to, and the profiles that last. */
  private record Running(Playwright playwright, Browser browser, List<BrowserContext> lasting)
      implements AutoCloseable {

    @Override
    public void close() {
      playwright.close();
    }
  }

  private static Running launch() {
    try {
      // Fetches a browser of its own unless it is told that there is one.
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(
                      system().isPresent()
                          ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                          : Map.of()));
      BrowserType.LaunchOptions options =
          new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
      system().ifPresent(options::setExecutablePath);
      return new Running(playwright, playwright.chromium().launch(options), new ArrayList<>());
    } catch (PlaywrightException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw e;
      }
      return abort(
          "No Chromium for browser tests: install Debian's package chromium. " + e.getMessage());
    }
  }

  /**
   * A fresh profile, whose pages are wide enough for Keycloak's console, and low: pixels take CPU.
   */
  public BrowserContext context() {
    return context(wide());
  }

  /** The same until this JVM's last test class. */
  public BrowserContext lastingContext() {
    BrowserContext context = running.browser().newContext(wide());
    running.lasting().add(context);
    return context;
  }

  /** A profile with small pages that tests use one after the other, prepared when it is made. */
  public ReusedProfile reusedSmallProfile(Consumer<BrowserContext> prepare) {
    return reusedProfile(small(), prepare);
  }

  /**
   * A tab that is wide enough for Keycloak's console, in a reused profile where nobody is logged
   * in.
   *
   * @param server the origin of the console
   */
  public Page consoleTab(URI server) {
    return reusedProfile(wide(), context -> {}).forgetting(server.toString()).newPage();
  }

  private ReusedProfile reusedProfile(
      Browser.NewContextOptions options, Consumer<BrowserContext> prepare) {
    if (reused == null) {
      BrowserContext context = running.browser().newContext(options);
      prepare.accept(context);
      reused = new ReusedProfile(context);
    }
    return reused;
  }

  private static Browser.NewContextOptions small() {
    return new Browser.NewContextOptions().setViewportSize(320, 240);
  }

  private static Browser.NewContextOptions wide() {
    return new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT);
  }

  /** A fresh profile with small pages, for tests that do not look at them. */
  public BrowserContext smallContext() {
    return context(small());
  }

  /** A fresh profile with options, such as a color scheme or a viewport. */
  public BrowserContext context(Browser.NewContextOptions options) {
    BrowserContext context = running.browser().newContext(options);
    contexts.add(context);
    return context;
  }

  /** Lets the simulator answer for Helpshift in this profile, frames included. */
  public static void route(BrowserContext context, HelpshiftSimulator simulator) {
    context.route(
        HELPSHIFT + "/**",
        route -> {
          String body = Optional.ofNullable(route.request().postData()).orElse("");
          String path = URI.create(route.request().url()).getPath();
          Response response = simulator.handle(route.request().method(), path, body);
          try {
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(response.status())
                    .setContentType(response.contentType())
                    .setBody(response.body()));
          } catch (PlaywrightException e) {
            // The tab was closed meanwhile: nobody waits for the answer.
            return;
          }
        });
  }

  @Override
  public void afterEach(ExtensionContext test) {
    try {
      if (test.getExecutionException().isPresent()) {
        String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
        int number = 0;
        for (BrowserContext context : profiles()) {
          for (Page page : context.pages()) {
            String file = name.replaceAll("[^\\w.-]+", "_") + "-" + number++ + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(file)));
          }
        }
      }
    } finally {
      contexts.forEach(Chromium::close);
      contexts.clear();
      renewReused(test);
    }
  }

  private void renewReused(ExtensionContext test) {
    ReusedProfile profile = reused;
    // Given up first, because to renew it may fail.
    reused = null;
    if (profile == null) {
      return;
    }
    if (test.getExecutionException().isEmpty() && profile.renew()) {
      reused = profile;
    } else {
      close(profile.context());
    }
  }

  private List<BrowserContext> profiles() {
    List<BrowserContext> profiles = new ArrayList<>(contexts);
    profiles.addAll(running.lasting());
    Optional.ofNullable(reused).map(ReusedProfile::context).ifPresent(profiles::add);
    return profiles;
  }

  /**
   * Its pages first: Playwright breaks where a page asks for something while its context closes.
   */
  private static void close(BrowserContext context) {
    context.pages().forEach(Page::close);
    context.close();
  }

  private static Optional<Path> system() {
    return Stream.of(
            // The same browser without its own window, which takes a third of the CPU.
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
