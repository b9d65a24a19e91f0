package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The simulated Web Chat of a domain without User Hub")
class LegacySimulatorIT extends SimulatorScene {

  private static final String LEGACY_SECRET = "legacy-secret";

  @BeforeEach
  void addLegacyApp() {
    simulator.legacyApp("platform", "acme", LEGACY_SECRET);
  }

  @Test
  @DisplayName("verifies the user of the config, who needs no login")
  void verifies() throws Exception {
    startWith(user("alice", "alice@example.com"), null);
    waitFor("s.user.kind === 'user' && s.user.uid === 'alice' && s.user.name === 'Name'");
    assertThat(simulator.verifications()).singleElement().matches(Verification::accepted);
    assertThat(page.evaluate("HelpshiftSimulator.state().loginRequests")).isEqualTo(0);
    assertThat(violations()).isEmpty();
  }

  @Test
  @DisplayName("fires userAuthFailure and shows no launcher when the token is missing or invalid")
  void userAuthFailure() {
    startWith("userId: 'alice'", null);
    waitForEvent("userAuthFailure", "{\"message\":\"missing user auth token\"}");
    page.evaluate(
        "() => { helpshiftConfig.userAuthToken = 'AA=='; Helpshift('updateHelpshiftConfig') }");
    waitForEvent("userAuthFailure", "{\"message\":\"invalid user auth token\"}");
    assertThat(page.locator("#web-chat-simulator").isVisible()).isFalse();
    page.evaluate("Helpshift('open')");
    page.frameLocator("#web-chat-simulator").getByText("Not verified").waitFor();
  }

  @Test
  @DisplayName("logs in, switches and logs out by updateHelpshiftConfig")
  void updateHelpshiftConfig() throws Exception {
    startWith("language: 'de'", null);
    waitFor("s.user.kind === 'anonymous'");
    change("Object.assign(helpshiftConfig, {" + user("alice", "alice@example.com") + "})");
    waitFor("s.user.uid === 'alice'");
    change("Object.assign(helpshiftConfig, {" + user("bob", "bob@example.com") + "})");
    waitFor("s.user.uid === 'bob'");
    change(
        "for (const k of ['userId', 'userEmail', 'userName', 'userAuthToken']) delete helpshiftConfig[k]");
    waitFor("s.user.kind === 'anonymous'");
    assertThat(violations()).isEmpty();
    page.evaluate("Helpshift('logout')");
    assertThat(violations()).singleElement().asString().startsWith("logout belongs to User Hub");
  }

  @Test
  @DisplayName("uses neither name nor email under full privacy")
  void fullPrivacy() throws Exception {
    startWith(user("alice", "") + ", userEmail: 'alice@example.com', fullPrivacy: true", null);
    waitFor("s.user.uid === 'alice' && !s.user.email && !s.user.name");
    assertThat(simulator.verifications()).singleElement().matches(Verification::accepted);
  }

  @Test
  @DisplayName("makes an anonymous user of an email only under full privacy")
  void fullPrivacyWithoutUserId() throws Exception {
    startWith(
        "userEmail: 'alice@example.com', fullPrivacy: true, userAuthToken: '" + digest("") + "'",
        null);
    waitFor("s.user.kind === 'anonymous'");
  }

  @Test
  @DisplayName("of an app that moves to User Hub takes both ways")
  void both() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    assertThat(simulator.logins()).singleElement().matches(Login::accepted);
    assertThat(simulator.verifications()).isEmpty();
  }

  private void change(String script) {
    page.evaluate("() => { " + script + "; Helpshift('updateHelpshiftConfig') }");
  }

  private static String user(String id, String email) throws GeneralSecurityException {
    return "userId: '%s', userEmail: '%s', userName: 'Name', userAuthToken: '%s'"
        .formatted(id, email, digest(id + email));
  }

  private static String digest(String message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(LEGACY_SECRET.getBytes(UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(UTF_8)));
  }
}
