package io.github.keycloakhelpshift.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.secret.AdminSave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;

class IdentityTokenMapperTest {

  private final IdentityTokenMapper mapper = new IdentityTokenMapper();
  private final KeycloakSession session = mock(KeycloakSession.class);
  private final RealmModel realm = mock(RealmModel.class);
  private final Map<String, String> attributes = new HashMap<>();
  private final List<ComponentModel> secrets = new ArrayList<>();

  @BeforeEach
  void realm() {
    when(realm.getAttributes()).thenReturn(attributes);
    when(realm.getComponentsStream(any(), any())).thenAnswer(call -> secrets.stream());
  }

  @BeforeEach
  void startServer() {
    mapper.init(Config.scope());
  }

  @Test
  @DisplayName("helpshift-identity-token, for ID token, access token, userinfo and introspection")
  void whatItIs() {
    assertThat(mapper.getId()).isEqualTo("helpshift-identity-token");
    assertThat(mapper.getDisplayType()).isEqualTo("Helpshift identity token");
    assertThat(mapper.getProtocol()).isEqualTo("openid-connect");
    assertThat(mapper)
        .isInstanceOf(OIDCIDTokenMapper.class)
        .isInstanceOf(OIDCAccessTokenMapper.class)
        .isInstanceOf(UserInfoTokenMapper.class)
        .isInstanceOf(TokenIntrospectionTokenMapper.class);
  }

  @Test
  @DisplayName("a valid config is saved, also with Keycloak's own keys and with blanks")
  void sound() {
    assertThatCode(
            () ->
                validate(
                    Map.of(
                        "claim.name", "helpshift",
                        "id.token.claim", "true",
                        "helpshift.domain", "",
                        "helpshift.platform_id", " ",
                        "helpshift.identity.steam_id", "idp:steam",
                        "helpshift.secret", "${vault.helpshift}",
                        "helpshift.claim.format", "identities")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("for a malformed value or key the message contains the key, not the value")
  @CsvSource({
    "helpshift.domain,              Zz7.helpshift.com",
    "helpshift.email_policy,        Zz7",
    "helpshift.identity.twitch_id,  Zz7",
    "helpshift.identity.uid,        idp:",
    "helpshift.claim.format,        Zz7",
    "helpshift.secret,              Zz7-0123456789abcdef0123456789abcdef",
    "helpshift.web_chat_url,        https://Zz7.example.com/webChat.js",
    "helpshift.platform,            Zz7"
  })
  void malformed(String key, String value) {
    ProtocolMapperConfigException refused =
        catchThrowableOfType(
            ProtocolMapperConfigException.class, () -> validate(Map.of(key, value)));

    assertThat(refused.getMessageKey()).isEqualTo("helpshiftInvalidSetting");
    assertThat(refused.getParameters()).hasSize(1);
    assertThat(refused.getParameters()[0].toString()).startsWith(key + " ").doesNotContain("Zz7");
    assertThat(refused.toString()).doesNotContain("Zz7");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "for a switch that would put a signed token where it must not be, the message contains its"
          + " key")
  @ValueSource(strings = {"access.token.claim", "lightweight.claim", "introspection.token.claim"})
  void uselessSwitch(String key) {
    Map<String, String> config = Map.of("claim.name", "helpshift", key, "true");

    ProtocolMapperConfigException refused =
        catchThrowableOfType(ProtocolMapperConfigException.class, () -> validate(config));

    assertThat(refused.getParameters()[0].toString()).startsWith(key + " does nothing: ");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("with plain identities, or without a claim, every switch can be on")
  @ValueSource(strings = {"access.token.claim", "lightweight.claim", "introspection.token.claim"})
  void usefulSwitch(String key) {
    assertThatCode(
            () ->
                validate(
                    Map.of(
                        "claim.name",
                        "helpshift",
                        "helpshift.claim.format",
                        "identities",
                        key,
                        "true")))
        .doesNotThrowAnyException();
    assertThatCode(() -> validate(Map.of(key, "true"))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "login {0}, claim {1}, secret for {2}")
  @DisplayName("a claim for the other way to log in needs a secret for it")
  @CsvSource({
    "identities,      user_auth_token, identities,      user_auth_token",
    "user_auth_token, token,           user_auth_token, identities",
    "user_auth_token, '',              '',              identities",
    "identities,      user_auth_token, user_auth_token, ''",
    "user_auth_token, token,           identities,      ''",
    "identities,      token,           '',              ''",
    "user_auth_token, user_auth_token, '',              ''",
    "user_auth_token, identities,      '',              ''"
  })
  void claimForTheOtherLogin(String login, String format, String secret, String missing) {
    attributes.put("helpshift.login", login);
    attributes.put("helpshift.platform_id", "p1");
    if (!secret.isEmpty()) {
      secret(secret, "p1");
    }
    Map<String, String> config =
        Map.of(
            "claim.name", "helpshift",
            "userinfo.token.claim", "true",
            "helpshift.claim.format", format);

    ProtocolMapperConfigException refused =
        catchThrowableOfType(ProtocolMapperConfigException.class, () -> validate(config));

    if (missing.isEmpty()) {
      assertThat(refused).isNull();
    } else {
      assertThat(refused.getMessageKey()).isEqualTo("helpshiftUnsignedClaim");
      assertThat(refused.getParameters()).containsExactly(missing);
    }
  }

  @Test
  @DisplayName("a secret for the other way to log in must be for the mapper's own app")
  void claimForAnotherApp() {
    secret("user_auth_token", "p1");
    Map<String, String> config =
        Map.of(
            "claim.name", "helpshift",
            "id.token.claim", "true",
            "helpshift.claim.format", "user_auth_token");

    attributes.put("helpshift.platform_id", "p1");
    assertThatCode(() -> validate(config)).doesNotThrowAnyException();
    attributes.put("helpshift.platform_id", "p2");
    assertThat(
            catchThrowableOfType(ProtocolMapperConfigException.class, () -> validate(config))
                .getMessageKey())
        .isEqualTo("helpshiftUnsignedClaim");
  }

  @Test
  @DisplayName("all that is wrong is said at once, in the language of the admin")
  void german() {
    when(session.getAttribute(AdminSave.class.getName(), Locale.class)).thenReturn(Locale.GERMANY);

    ProtocolMapperConfigException refused =
        catchThrowableOfType(
            ProtocolMapperConfigException.class,
            () ->
                validate(
                    Map.of(
                        "claim.name", "helpshift",
                        "helpshift.email_policy", "Zz7",
                        "helpshift.load", "Zz7",
                        "access.token.claim", "true",
                        "introspection.token.claim", "true")));

    assertThat(refused.getParameters()[0].toString().split("; "))
        .satisfiesExactly(
            text ->
                assertThat(text).isEqualTo("helpshift.email_policy ist keins von verified, any"),
            text ->
                assertThat(text)
                    .isEqualTo("helpshift.load ist keins von always, signed-in, manual"),
            text -> assertThat(text).startsWith("access.token.claim bewirkt nichts: "),
            text -> assertThat(text).startsWith("introspection.token.claim bewirkt nichts: "));
  }

  @Test
  @DisplayName("the message is in the bundle that the admin console shows, as a parameter")
  void bundle() throws Exception {
    Properties messages = new Properties();
    try (var bundle =
        getClass().getResourceAsStream("/theme-resources/messages/messages_en.properties")) {
      messages.load(bundle);
    }

    // Keycloak formats it, so braces and quotes of the problem must not be in the pattern.
    assertThat(messages.getProperty("helpshiftInvalidSetting")).isEqualTo("{0}");
  }

  private void validate(Map<String, String> config) throws ProtocolMapperConfigException {
    ProtocolMapperModel model = new ProtocolMapperModel();
    model.setConfig(new HashMap<>(config));
    mapper.validateConfig(session, realm, null, model);
  }

  private void secret(String verification, String platformId) {
    ComponentModel model = new ComponentModel();
    model.setId(verification);
    model.setProviderId("helpshift-secret");
    model.put("verification", verification);
    model.put("platformId", platformId);
    secrets.add(model);
  }
}
