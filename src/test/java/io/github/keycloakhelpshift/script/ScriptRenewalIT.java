package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With oidc-client-ts and refresh tokens that can be used once,")
class ScriptRenewalIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final String REVERIFY = "HelpshiftSimulator.reverify()";
  private static final int MINUTE = 60_000;

  /**
   * The storage that the app's tabs share: the test's, because tokens must not be in the page's.
   */
  private final AtomicInteger renewals = new AtomicInteger();

  private volatile String token;
  private volatile boolean expired;

  @BeforeEach
  void storage() {
    token = accessToken(keycloak.signIn(ALICE));
    ownProfile();
    browser.exposeFunction("storedToken", unused -> token);
    browser.exposeFunction("isExpired", unused -> expired);
    browser.exposeFunction("renew", unused -> renew());
  }

  private String renew() {
    token = token.replaceFirst("(\\.\\d+)?$", "." + renewals.incrementAndGet());
    expired = false;
    return token;
  }

  private void expire() {
    keycloak.expire(token);
    expired = true;
  }

  @Test
  @DisplayName("the app renews, and the script waits for it")
  void appRenews() {
    Tab tab = openApp(true);
    expire();
    tab.run(REVERIFY);
    tab.waitFor("() => HelpshiftSimulator.state().pending", null);
    awaitAnswers(tab);
    assertThat(renewals).hasValue(0);
    tab.run("users.signinSilent()");
    tab.waitForEvent("login", "reverified", "true");
    assertThat(renewals).hasValue(1);
  }

  @ParameterizedTest(name = "automaticSilentRenew: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("two tabs that were frozen for ten minutes and woken renew nothing by themselves")
  void woken(boolean automatic) {
    Tab first = openApp(automatic);
    Tab second = openApp(automatic);
    first.setVisible(false);
    second.setVisible(false);
    expire();
    first.page().clock().fastForward(10 * MINUTE);
    for (Tab tab : new Tab[] {first, second}) {
      tab.setVisible(true);
      tab.run("dispatchEvent(new Event('focus'))");
      awaitAnswers(tab);
    }
    first.page().waitForCondition(() -> !keycloak.requests("session").isEmpty());
    awaitAnswers(first);
    assertThat(renewals).hasValue(0);
    assertThat(first.events()).doesNotContain("logout");
    assertThat(second.events()).doesNotContain("logout");
  }

  @Test
  @DisplayName("one of two tabs renews when Helpshift asks in both, where the app does not renew")
  void oneRenewal() {
    Tab first = openApp(false);
    Tab second = openApp(false);
    expire();
    first.run(REVERIFY);
    second.run(REVERIFY);
    first.waitForEvent("login", "reverified", "true");
    second.waitForEvent("login", "reverified", "true");
    assertThat(renewals).hasValue(1);
  }

  @Test
  @DisplayName("a page that begins with an expired user renews once, in one of two tabs")
  void expiredAtStart() {
    expire();
    openApp(true);
    openApp(true);
    assertThat(renewals).hasValue(1);
  }

  private Tab openApp(boolean automatic) {
    app.page(
        "<script>users = new (class extends FakeUserManager {"
            + " settings = { automaticSilentRenew: %s };".formatted(automatic)
            + " async getUser() {"
            + "   return { access_token: await storedToken(''), expired: await isExpired('') } }"
            + " async signinSilent() {"
            + "   this.user = { access_token: await renew(''), expired: false };"
            + "   this.raise('UserLoaded'); return this.user } })();"
            + push("users")
            + "</script>"
            + scriptLine());
    return openTabWithClock().waitForUser("alice").waitForEvent("login");
  }
}
