package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Layers of settings")
class SettingsLayersTest {

  @Test
  @DisplayName("are merged key by key, the most specific one first")
  void keyByKey() {
    SettingsLayers layers =
        new SettingsLayers(
            Map.of("helpshift.domain", "realm", "helpshift.tags", "role:realm"),
            Map.of("helpshift.domain", "scope", "helpshift.platform_id", "scope"),
            Map.of("helpshift.domain", "client"));

    assertThat(layers.merged())
        .isEqualTo(
            Map.of(
                "helpshift.domain", "client",
                "helpshift.platform_id", "scope",
                "helpshift.tags", "role:realm"));
    assertThat(layers.ownerOf("helpshift.domain")).contains(SettingsLayer.CLIENT);
    assertThat(layers.ownerOf("helpshift.platform_id")).contains(SettingsLayer.CLIENT_SCOPE);
    assertThat(layers.ownerOf("helpshift.tags")).contains(SettingsLayer.REALM);
    assertThat(layers.ownerOf("helpshift.secret")).isEmpty();
    assertThat(layers.misplaced()).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1} counts in realm, client scope, client: {2}, {3}, {4}")
  @DisplayName("set only what they may")
  @CsvSource({
    "helpshift.web_chat_url, https://webchat.helpshift.com/x.js, true, false, false",
    "helpshift.login_pages, true, true, false, false",
    "helpshift.watch_seconds, 30, true, false, false",
    "helpshift.identity.uid, lastName, true, true, false",
    "helpshift.identity.uid, none, true, true, true",
    "helpshift.identity.uid.metadata.level, level, true, true, false",
    "helpshift.login, user_auth_token, true, true, false",
    "helpshift.user_name, username, true, true, false",
    "helpshift.language, locale, true, true, false",
    "helpshift.email_policy, any, true, true, false",
    "helpshift.email_policy, verified, true, true, true",
    "helpshift.full_privacy, false, true, true, false",
    "helpshift.full_privacy, isMinor, true, true, false",
    "helpshift.full_privacy, true, true, true, true",
    "helpshift.secret, ${vault.helpshift}, true, true, false",
    "helpshift.domain, happyapps, true, true, true",
    "helpshift.platform_id, app, true, true, true",
    "helpshift.user_data.app.user_level, level, true, true, true",
    "helpshift.user_data.server_only, app.user_level, true, true, true",
    "helpshift.user_data.multiline, app.notes, true, true, true",
    "helpshift.tags, role:vip, true, true, true",
    "helpshift.widget.position, bottom-left, true, true, true",
    "helpshift.load, manual, true, true, true",
    "helpshift.check.accept, IMPERSONATION, true, false, false",
    "helpshift.claim.format, identities, true, true, true"
  })
  void places(String key, String text, boolean realm, boolean clientScope, boolean client) {
    Map<String, String> said = Map.of(key, text);

    assertThat(counts(new SettingsLayers(said, Map.of(), Map.of()), key)).isEqualTo(realm);
    assertThat(counts(new SettingsLayers(Map.of(), said, Map.of()), key)).isEqualTo(clientScope);
    assertThat(counts(new SettingsLayers(Map.of(), Map.of(), said), key)).isEqualTo(client);
  }

  private static boolean counts(SettingsLayers layers, String key) {
    boolean counts = layers.text(key).isPresent();
    assertThat(layers.misplaced()).hasSize(counts ? 0 : 1);
    return counts;
  }

  @Test
  @DisplayName("leave what does not count to the layer below")
  void ignored() {
    SettingsLayers layers =
        new SettingsLayers(
            Map.of("helpshift.identity.uid", "id"),
            Map.of(),
            Map.of("helpshift.identity.uid", "lastName"));

    assertThat(layers.text("helpshift.identity.uid")).contains("id");
    assertThat(layers.misplaced())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("helpshift.identity.uid");
              assertThat(problem.fatal()).isFalse();
              assertThat(problem.reason().toString())
                  .contains("client scope")
                  .doesNotContain("lastName");
            });
  }

  @Test
  @DisplayName("do not sign for one app with the secret of another")
  void secretOfAnotherApp() {
    SettingsLayers layers =
        new SettingsLayers(
            Map.of("helpshift.platform_id", "one", "helpshift.secret", "${vault.one}"),
            Map.of(),
            Map.of("helpshift.platform_id", "two"));

    assertThat(layers.text("helpshift.secret")).isEmpty();
    assertThat(layers.ownerOf("helpshift.secret")).isEmpty();
  }

  @ParameterizedTest(name = "realm {0}, client scope {1}: the realm's secret counts: {2}")
  @DisplayName("do not sign for one way to log in with the secret of the other")
  @CsvSource({
    "'', user_auth_token, false",
    "identities, user_auth_token, false",
    "user_auth_token, identities, false",
    "'', identities, true",
    "user_auth_token, user_auth_token, true",
    "user_auth_token, '', true"
  })
  void secretOfAnotherLogin(String realm, String clientScope, boolean counts) {
    SettingsLayers layers =
        new SettingsLayers(
            Map.of("helpshift.login", realm, "helpshift.secret", "${vault.one}"),
            Map.of("helpshift.login", clientScope),
            Map.of());

    assertThat(layers.text("helpshift.secret").isPresent()).isEqualTo(counts);
  }
}
