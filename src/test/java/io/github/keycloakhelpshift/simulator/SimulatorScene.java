package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.ReusedProfile;
import io.github.keycloakhelpshift.support.Deployment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page in a real browser with Helpshift's own embed code, and a simulated Helpshift. */
abstract class SimulatorScene {

  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String ALICE =
      "[{\"identifier\":\"uid\",\"value\":\"alice\"},"
          + "{\"identifier\":\"email\",\"value\":\"alice@example.com\"}]";

  @RegisterExtension static final Chromium chromium = new Chromium();

  /** The page's address, another one in each test. */
  final String app = "http://localhost:" + Deployment.freePort() + "/";

  HelpshiftSimulator simulator;
  Page page;

  @BeforeEach
  void open() {
    simulator = HelpshiftSimulator.start(0).app("platform", "acme", SECRET);
    ReusedProfile profile = chromium.reusedSmallProfile(browser -> {}).lettingClockRun();
    Chromium.route(profile.context(), simulator);
    profile
        .context()
        .route(
            app + "**",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>App</title><body></body>")));
    page = profile.newPage();
    page.navigate(app);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  /** Runs Helpshift's own embed code with this config; the handler logs in with {@code bring}. */
  void start(String config, String identities) {
    startWith("authenticateWith: 'identities', " + config, identities);
  }

  /** The same, without {@code authenticateWith}. */
  void startWith(String config, String identities) {
    page.evaluate(
        "token => { bring = token; errors = []; events = [] }",
        identities == null ? null : token(identities));
    page.evaluate(
        """
        () => {
          window.helpshiftConfig = {
            platformId: 'platform', domain: 'acme', %s };
          const q = [];
          window.Helpshift = Object.assign(function () { q.push(arguments) }, { q });
          Helpshift('addEventListener', 'onLoginRequest', async () => {
            await null;
            if (bring) Helpshift('login', { identity_token: bring });
          });
          Helpshift('addEventListener', 'onWebChatRuntimeError', (e) => errors.push(e));
          for (const name of ['userAuthFailure', 'userChanged', 'widgetToggle', 'newUnreadMessages',
              'conversationStart', 'messageAdd', 'agentMessageReceived', 'conversationEnd'])
            Helpshift('addEventListener', name, (e) => events.push([name, e]));
          const tag = document.createElement('script');
          tag.src = 'https://webchat.helpshift.com/webChat.js';
          tag.onload = () => Helpshift('init');
          document.head.append(tag);
        }
        """
            .formatted(config));
  }

  void waitFor(String condition) {
    page.waitForFunction(
        "() => { const s = window.HelpshiftSimulator?.state(); return s && (" + condition + ") }");
  }

  /** Logs alice in, as an app does whose user logs in later. */
  void logInLater() {
    page.evaluate(
        "() => { Object.assign(helpshiftConfig, { userId: 'alice', userEmail: 'alice@example.com' });"
            + " Helpshift('updateHelpshiftConfig') }");
    waitFor("s.user.kind === 'user'");
  }

  /** Waits for an event of Web Chat with this detail. */
  void waitForEvent(String name, String detail) {
    page.waitForFunction(
        "([name, detail]) => events.some(e => e[0] === name && JSON.stringify(e[1]).includes(detail))",
        new String[] {name, detail});
  }

  void waitForViolation(String violation) {
    page.waitForFunction(
        "violation => window.HelpshiftSimulator?.violations().includes(violation)", violation);
  }

  List<String> violations() {
    List<?> all = (List<?>) page.evaluate("HelpshiftSimulator.violations()");
    return all.stream().map(String::valueOf).toList();
  }

  static String token(String identities) {
    String payload =
        "{\"identities\":%s,\"iat\":%d}".formatted(identities, Instant.now().getEpochSecond() - 60);
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(),
            new Payload(payload));
    try {
      token.sign(new MACSigner(SECRET.getBytes(UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
