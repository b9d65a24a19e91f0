package io.github.keycloakhelpshift.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The simulated Web Chat")
class WebChatSimulatorIT extends SimulatorScene {

  @Test
  @DisplayName("logs in the user of the handler's token")
  void login() {
    start("userId: 'alice', userEmail: 'Alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user' && s.user.uid === 'alice'");
    assertThat(violations()).isEmpty();
    assertThat(simulator.logins()).singleElement().matches(Login::accepted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AUTHENTICATE_WITH_FIELD_INCORRECT | helpshiftConfig.authenticateWith = 'legacy';"
            + " Helpshift('updateHelpshiftConfig'); Helpshift('login', { identity_token: '' })",
        "JWT_IS_INVALID | HelpshiftSimulator.reverify(); bring = 'x.y'",
        "JWT_IS_INVALID | HelpshiftSimulator.reverify(); bring = new Response()",
        "IDENTITIES_KEY_ABSENT | HelpshiftSimulator.reverify(); bring = 'e30.e30.AA'",
        "USERID_AND_EMAIL_MISSING | HelpshiftSimulator.reverify(); bring = 'e30.' +"
            + " btoa('{\"identities\":[]}').replace(/=/g, '') + '.AA'",
        "CONFIG_JWT_USER_ID_MISMATCH | helpshiftConfig.userId = 'ALICE'; Helpshift('logout');"
            + " Object.assign(helpshiftConfig, { userId: 'ALICE', userEmail: 'alice@example.com'"
            + " }); Helpshift('updateHelpshiftConfig')",
        "CONFIG_JWT_EMAIL_MISMATCH | delete helpshiftConfig.userEmail;"
            + " Helpshift('updateHelpshiftConfig')",
        "IDENTITIES_INVALID_TOKEN | HelpshiftSimulator.reverify(); bring = good.slice(0, -4) +"
            + " 'AAAA'"
      })
  @DisplayName("reports LOGIN_FAILED with every reason")
  void loginFailed(String reason, String script) {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    page.evaluate("() => { good = bring;" + script + " }");
    page.waitForFunction("reason => errors.some(e => e.reason === reason)", reason);
    assertThat(page.evaluate("errors[0].error")).isEqualTo("LOGIN_FAILED");
  }

  @Test
  @DisplayName("has the difference in the details of a mismatch")
  void mismatchDetails() {
    start("userId: 'bob', userEmail: 'alice@example.com'", ALICE);
    page.waitForFunction("() => errors.length === 1");
    assertThat(page.evaluate("JSON.stringify(errors[0].details)"))
        .isEqualTo("{\"jwtUserId\":\"alice\",\"configUserId\":\"bob\"}");
  }

  @Test
  @DisplayName("treats the session as expired when no login comes within 5 seconds")
  void fiveSeconds() {
    page.clock().install();
    // The clock goes on meanwhile, so the wait began somewhere between these two.
    long before = clock();
    start("userId: 'alice'", null);
    waitFor("s.pending");
    long after = clock();
    page.clock().pauseAt(before + 4_900);
    assertThat(page.evaluate("HelpshiftSimulator.state().expired")).isEqualTo(false);
    page.clock().fastForward(after - before + 200);
    page.clock().resume();
    waitFor("s.expired");
    page.evaluate("Helpshift('login', { identity_token: 'late' })");
    assertThat(violations()).containsExactly("login came after the 5 seconds");
    assertThat(page.frames().get(1).locator("#expired").textContent()).contains("Session expired");
  }

  @ParameterizedTest(name = "clearAnonymousUserOnLogin: {0}")
  @CsvSource({"true", "false"})
  @DisplayName("goes back to the anonymous user, or to a new one, after a logout")
  void anonymous(boolean clear) {
    start("clearAnonymousUserOnLogin: " + clear, ALICE);
    waitFor("s.user.kind === 'anonymous'");
    Object before = page.evaluate("HelpshiftSimulator.state().user.id");
    logInLater();
    page.evaluate("Helpshift('logout')");
    waitFor("s.user.kind === 'anonymous'");
    Object after = page.evaluate("HelpshiftSimulator.state().user.id");
    assertThat(before.equals(after)).isNotEqualTo(clear);
    assertThat(page.evaluate("'userId' in helpshiftConfig")).isEqualTo(false);
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "there is no call frobnicate | Helpshift('frobnicate')",
        "there is no event onLogin | Helpshift('addEventListener', 'onLogin', () => {})",
        "init was called twice | Helpshift('init')",
        "login without an onLoginRequest | Helpshift('login', { identity_token: bring })",
        "helpshiftConfig was replaced, not changed in place | helpshiftConfig = {"
            + " ...helpshiftConfig }; Helpshift('updateHelpshiftConfig')",
        "the user was changed without a logout | helpshiftConfig.userId = 'bob';"
            + " Helpshift('updateHelpshiftConfig')",
        "fullPrivacy was turned on after init, when Web Chat does not read it |"
            + " helpshiftConfig.fullPrivacy = true; Helpshift('updateHelpshiftConfig')",
        "setInitialUserMessage needs a string | Helpshift('setInitialUserMessage', 7)",
        "the custom issue field a is dropped | Helpshift('setCustomIssueFields', { a: 'x' })",
        "widgetOptions.zIndex is not a number | helpshiftConfig.widgetOptions = { zIndex: '5' };"
            + " Helpshift('updateHelpshiftConfig')"
      })
  @DisplayName("shows what the contract doesn't allow")
  void violation(String violation, String script) {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    page.evaluate("() => {" + script + "}");
    waitForViolation(violation);
    page.evaluate("Helpshift('open')");
    page.frames().get(1).locator("#violations").getByText(violation).waitFor();
  }

  @Test
  @DisplayName("limits a data update to 100 keys of 1,000 characters")
  void dataLimits() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    page.evaluate(
        "() => { Helpshift('updateAppUserData', Object.fromEntries([...Array(101).keys()].map(k =>"
            + " ['k' + k, 'v']))); Helpshift('updateGlobalUserData', { full_name: 'x'.repeat(1001)"
            + " }); Helpshift('updateGlobalUserData', { nickname: 'x' }) }");
    page.waitForFunction("() => errors.length === 3");
    assertThat(page.evaluate("JSON.stringify(errors.map(e => [e.error, e.reason, e.details]))"))
        .isEqualTo(
            "[[\"UPDATE_APP_USER_DATA_FAILED\",\"MAX_KEY_VALUES_LIMIT_EXCEEDED\",{\"receivedTotalKeys\":101,\"maxKeysAllowed\":100}],"
                + "[\"UPDATE_GLOBAL_USER_DATA_FAILED\",\"MAX_KEY_VALUES_CHAR_LIMIT_EXCEEDED\",{\"invalidKeys\":[],\"invalidValues\":[\"full_name\"]}],"
                + "[\"IDENTITY_PROFILE_UPDATE_FAILED\",\"IDENTITIES_INVALID_PAYLOAD\",{\"invalidCoreAttributes\":[\"nickname\"]}]]");
  }

  @Test
  @DisplayName("loses user data when a logout follows at once")
  void lostData() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    page.evaluate(
        "() => { Helpshift('updateGlobalUserData', { full_name: 'Alice' }); Helpshift('logout') }");
    waitFor("s.user.kind === 'anonymous' && s.lostUpdates === 1");
    assertThat(simulator.globalUserData()).isEmpty();
  }

  @Test
  @DisplayName("adds identities to a user, by a string, and none to an anonymous user")
  void addUserIdentities() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    String more = token("[{\"identifier\":\"psn_id\",\"value\":\"p\"}]");
    page.evaluate("jwt => Helpshift('addUserIdentities', jwt)", more);
    waitFor("s.user.identities.length === 3");
    page.evaluate("jwt => Helpshift('addUserIdentities', [jwt])", more);
    page.waitForFunction("() => errors.length === 1");
    assertThat(page.evaluate("JSON.stringify(errors[0])"))
        .isEqualTo(
            "{\"error\":\"ADD_USER_IDENTITY_FAILED\",\"reason\":\"JWT_IS_INVALID\","
                + "\"details\":{\"expectedDataType\":\"string\",\"receivedDataType\":\"array\"}}");
    page.evaluate("Helpshift('logout')");
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate("jwt => Helpshift('addUserIdentities', jwt)", more);
    assertThat(simulator.additions()).hasSize(1);
  }

  @Test
  @DisplayName("does not remove duplicates of addUserIdentities, and calls them a fault")
  void duplicateIdentities() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    String psn = "{\"identifier\":\"psn_id\",\"value\":\"p\"}]";
    page.evaluate(
        "jwt => Helpshift('addUserIdentities', jwt)", token(ALICE.replace("]", "," + psn)));
    waitForViolation("addUserIdentities brought identities that Helpshift has already: uid,email");
    waitFor("s.duplicateIdentities.join() === 'uid,email'");
  }

  @Test
  @DisplayName("hints at the rate limit")
  void rateLimit() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    IntStream.range(0, 11)
        .forEach(i -> page.evaluate("Helpshift('updateGlobalUserData', { full_name: 'Alice' })"));
    assertThat(violations()).singleElement().asString().startsWith("rate limit");
  }

  private long clock() {
    return ((Number) page.evaluate("Date.now()")).longValue();
  }
}
