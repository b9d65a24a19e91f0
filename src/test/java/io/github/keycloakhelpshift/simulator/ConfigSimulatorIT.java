package io.github.keycloakhelpshift.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The config of the simulated Web Chat")
class ConfigSimulatorIT extends SimulatorScene {

  @Test
  @DisplayName("may be assigned by Helpshift's own embed code, which then calls update")
  void update() {
    start("userId: 'alice', userEmail: 'alice@example.com'", ALICE);
    waitFor("s.user.kind === 'user'");
    page.evaluate(
        "() => { helpshiftConfig = { platformId: 'platform', domain: 'acme' }; Helpshift('update') }");
    waitFor("s.user.kind === 'anonymous' && !s.config.userId");
    page.evaluate(
        "() => { Object.assign(helpshiftConfig, { userId: 'alice' }); Helpshift('login', {}) }");
    page.waitForFunction(
        "() => errors.some(e => e.reason === 'AUTHENTICATE_WITH_FIELD_INCORRECT')");
  }

  @Test
  @DisplayName("is read at init, though an update was queued before")
  void updateBeforeInit() {
    start("", ALICE);
    page.evaluate(
        "() => { helpshiftConfig = { platformId: 'platform', domain: 'acme', tags: ['b'] };"
            + " Helpshift('update') }");
    waitFor("s.user.kind === 'anonymous' && s.config.tags?.[0] === 'b'");
    assertThat(violations()).isEmpty();
  }

  @Test
  @DisplayName("needs authenticateWith for ids")
  void authenticateWith() {
    startWith("userId: 'alice'", ALICE);
    waitFor("s.user.kind === 'anonymous'");
    assertThat(violations())
        .containsExactly("there are ids, but authenticateWith is not \"identities\"");
    page.evaluate("Helpshift('updateGlobalUserData', { full_name: 'Alice' })");
    page.waitForFunction(
        "() => errors[0]?.error === 'UPDATE_GLOBAL_USER_DATA_FAILED'"
            + " && errors[0].reason === 'AUTHENTICATE_WITH_FIELD_INCORRECT'");
  }

  @ParameterizedTest(name = "at init {0}, later {1}")
  @CsvSource({"true, false", "false, false"})
  @DisplayName("fullPrivacy is as it was at init")
  void fullPrivacy(boolean atInit, boolean later) {
    start("fullPrivacy: " + atInit, null);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate(
        "later => { helpshiftConfig.fullPrivacy = later; Helpshift('updateHelpshiftConfig') }",
        later);
    waitFor("s.user.kind === 'anonymous' && s.fullPrivacy === " + atInit);
    assertThat(violations()).isEmpty();
  }

  @Test
  @DisplayName("is judged by the server, each time that it was read")
  void judged() {
    start("tags: 'vip'", null);
    waitForViolation("helpshiftConfig.tags is not an array of tags");
    page.evaluate(
        "() => { helpshiftConfig.language = 'he'; Helpshift('updateHelpshiftConfig');"
            + " helpshiftConfig.language = 'iw'; Helpshift('updateHelpshiftConfig') }");
    waitForViolation("helpshiftConfig.language is not a language of Web Chat");
  }
}
