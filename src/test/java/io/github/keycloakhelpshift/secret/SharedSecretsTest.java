package io.github.keycloakhelpshift.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import io.github.keycloakhelpshift.token.UserAuthToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.DefaultVaultRawSecret;
import org.keycloak.vault.DefaultVaultTranscriber;
import org.keycloak.vault.VaultProvider;

class SharedSecretsTest {

  private final List<ComponentModel> components = new ArrayList<>();
  private final Map<String, String> vault = new HashMap<>();
  private final KeycloakSession session = mock(KeycloakSession.class);
  private final RealmModel realm = mock(RealmModel.class);

  @BeforeEach
  void keycloak() {
    VaultProvider vaultProvider = mock(VaultProvider.class);
    when(vaultProvider.obtainSecret(anyString()))
        .thenAnswer(
            call ->
                DefaultVaultRawSecret.forBuffer(
                    Optional.ofNullable(vault.get(call.<String>getArgument(0)))
                        .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))));
    when(session.vault()).thenReturn(new DefaultVaultTranscriber(vaultProvider));
    when(realm.getId()).thenReturn("realm-id");
    when(realm.getComponentsStream("realm-id", "org.keycloak.keys.KeyProvider"))
        .thenAnswer(call -> components.stream());
  }

  @Nested
  class ByPlatformId {

    @Test
    @DisplayName("the key provider of the app's platform id, for every priority of others")
    void ofThePlatformId() throws Exception {
      provider("any", "", 1_000);
      provider("mine", "app-1", -5);
      provider("other", "app-2", 2_000);

      assertThat(found("app-1")).isEqualTo(secretOf("mine"));
    }

    @Test
    @DisplayName("else one without a platform id, never another app's")
    void ofNoPlatformId() throws Exception {
      provider("any", "", 0);
      provider("other", "app-2", 1_000);

      assertThat(found("app-1")).isEqualTo(secretOf("any"));
      assertThat(found(null)).isEqualTo(secretOf("any"));
    }

    @ParameterizedTest(name = "[{0}]")
    @DisplayName("a platform id counts without white space at its ends; blank or missing is any")
    @ValueSource(strings = {"app-1", " app-1\n", "", " ", "null"})
    void platformIdAsWritten(String platformId) throws Exception {
      provider("mine", platformId.equals("null") ? null : platformId, 0);

      assertThat(found("app-1")).isEqualTo(secretOf("mine"));
    }

    @Test
    @DisplayName("platform ids are told apart by case")
    void caseCounts() {
      provider("other", "APP-1", 0);

      assertThat(missing("app-1"))
          .hasMessage(
              "No active key provider helpshift-secret of the verification identities serves the"
                  + " platform id 'app-1': add one in Realm settings > Keys.");
    }

    @Test
    @DisplayName("no secret without a platform id: the message names the missing setting")
    void nothingAtAll() {
      provider("other", "app-2", 0);

      assertThat(missing(null))
          .hasMessage(
              "helpshift.platform_id is not set, and no active key provider helpshift-secret of the"
                  + " verification identities has a blank platform id.");
    }
  }

  @Test
  @DisplayName(
      "with a vault that fails the secret is missing, and its own message is only in the log")
  void brokenVault() {
    VaultProvider broken = mock(VaultProvider.class);
    when(broken.obtainSecret(anyString())).thenThrow(new IllegalStateException("Zz7"));
    when(session.vault()).thenReturn(new DefaultVaultTranscriber(broken));
    provider("mine", "app-1", 0).put("secret", "${vault.mine}");

    assertThat(missing("app-1"))
        .hasMessageContaining("'mine': Keycloak's vault failed (IllegalStateException)")
        .hasMessageNotContaining("Zz7");
  }

  @Nested
  @DisplayName("each way to log in")
  class ByLogin {

    @Test
    @DisplayName("has its own, for every priority of the other's")
    void own() throws Exception {
      provider("hub", "app-1", 100);
      provider("digest", "app-1", 200).put("verification", "user_auth_token");
      provider("any", "", 300).put("verification", "identities");

      assertThat(found("app-1")).isEqualTo(secretOf("hub"));
      assertThat(
              textOf(
                  new SharedSecrets(session, realm)
                      .find(platform("app-1"), LoginMethod.USER_AUTH_TOKEN)))
          .isEqualTo(secretOf("digest"));
    }

    @Test
    @DisplayName("is chosen by the setting, and without User Hub a short secret is enough")
    void bySetting() throws Exception {
      provider("hub", "app-1", 100);
      provider("digest", "app-1", 0).put("verification", "user_auth_token");
      components.get(1).put("secret", "${vault.short}");
      vault.put("short", "short");

      SharedSecret secret =
          new SharedSecrets(session, realm)
              .find(
                  settings(
                      Map.of(
                          "helpshift.platform_id", "app-1", "helpshift.login", "user_auth_token")));

      assertThat(
              UserAuthToken.of(
                  new VerifiedUser(Optional.of("u"), Optional.empty(), Optional.empty(), false),
                  secret))
          .isEqualTo("ESW65I47hryXtWuAmqBgUgs+DvmmsQN9B3rUu6oAfIE=");
    }

    @Test
    @DisplayName("the vault reference of the setting is for the way that the settings say")
    void reference() throws Exception {
      provider("digest", "app-1", 0).put("verification", "user_auth_token");
      vault.put("hub", secretOf("vault"));
      HelpshiftSettings settings =
          settings(Map.of("helpshift.platform_id", "app-1", "helpshift.secret", "${vault.hub}"));

      assertThat(textOf(new SharedSecrets(session, realm).find(settings)))
          .isEqualTo(secretOf("vault"));
      assertThat(
              textOf(new SharedSecrets(session, realm).find(settings, LoginMethod.USER_AUTH_TOKEN)))
          .isEqualTo(secretOf("digest"));
    }

    @Test
    @DisplayName("for neither way, it never signs, and the message names the way without a secret")
    void unknown() {
      provider("typo", "app-1", 0).put("verification", "Identities");

      assertThat(missing("app-1"))
          .hasMessage(
              "No active key provider helpshift-secret of the verification identities serves the"
                  + " platform id 'app-1': add one in Realm settings > Keys.");
    }
  }

  @Nested
  class Rotation {

    @Test
    @DisplayName("two with priorities are a rotation: the highest signs")
    void highestPriority() throws Exception {
      provider("old", "app-1", 100);
      provider("new", "app-1", 101);
      provider("oldest", "app-1", 9);

      assertThat(found("app-1")).isEqualTo(secretOf("new"));
    }

    @Test
    @DisplayName("no priority is 0")
    void noPriority() throws Exception {
      provider("none", "app-1", 0).getConfig().remove("priority");
      provider("below", "app-1", -1);

      assertThat(found("app-1")).isEqualTo(secretOf("none"));
    }

    @Test
    @DisplayName("of equal ones it is always the same, for every order in Keycloak's list")
    void amongEquals() throws Exception {
      provider("a", "app-1", 1);
      provider("b", "app-1", 1);
      String first = found("app-1");

      Collections.reverse(components);

      assertThat(found("app-1")).isEqualTo(first);
    }

    @ParameterizedTest
    @DisplayName("one that is not enabled, or not active, never signs")
    @ValueSource(strings = {"enabled", "active"})
    void switchedOff(String key) throws Exception {
      provider("new", "app-1", 100).put(key, false);
      provider("old", "app-1", 1);

      assertThat(found("app-1")).isEqualTo(secretOf("old"));
    }

    @Test
    @DisplayName("a key provider of another kind is ignored")
    void othersKeys() {
      provider("hmac", "app-1", 100).setProviderId("hmac-generated");

      assertThat(missing("app-1")).isNotNull();
    }
  }

  @Nested
  class Vault {

    @Test
    @DisplayName("the setting helpshift.secret overrides every key provider")
    void setting() throws Exception {
      provider("mine", "app-1", 100);
      vault.put("app-1", secretOf("vault"));

      SharedSecret secret =
          new SharedSecrets(session, realm)
              .find(
                  settings(
                      Map.of(
                          "helpshift.platform_id", "app-1", "helpshift.secret", "${vault.app-1}")));

      assertThat(textOf(secret)).isEqualTo(secretOf("vault"));
    }

    @Test
    @DisplayName("a key provider's secret may be a vault reference")
    void keyProvider() throws Exception {
      provider("mine", "app-1", 0).put("secret", "${vault.app-1}");
      vault.put("app-1", secretOf("vault"));

      assertThat(found("app-1")).isEqualTo(secretOf("vault"));
    }

    @Test
    @DisplayName("UTF-8 in the vault")
    void notAscii() throws Exception {
      String secret = "gr\u00fc\u00dfe-\u65e5\u672c\u8a9e-gr\u00fc\u00dfe-gr\u00fc\u00dfe";
      provider("mine", "app-1", 0).put("secret", "${vault.app-1}");
      vault.put("app-1", secret);

      assertThat(textOf(new SharedSecrets(session, realm).find(platform("app-1")), secret))
          .isEqualTo(secret);
    }

    @Test
    @DisplayName("for a reference without an entry the message has its place, and nothing signs")
    void unresolvable() {
      provider("mine", "app-1", 0).put("secret", "${vault.nowhere}");
      provider("lower", "app-1", -1);

      assertThat(missing("app-1"))
          .hasMessage("key provider 'mine': Keycloak's vault has no entry for the reference.");
    }

    @Test
    @DisplayName("a setting's reference without an entry does not fall back")
    void unresolvableSetting() {
      provider("mine", "app-1", 100);

      assertThat(
              missingBy(
                  settings(
                      Map.of(
                          "helpshift.platform_id", "app-1",
                          "helpshift.secret", "${vault.nowhere}"))))
          .hasMessage("helpshift.secret: Keycloak's vault has no entry for the reference.");
    }
  }

  @Nested
  class Unusable {

    @Test
    @DisplayName("too short")
    void tooShort() {
      provider("mine", "app-1", 0).put("secret", "Zz7-short");

      assertThat(missing("app-1"))
          .hasMessageStartingWith("key provider 'mine': The shared secret has 9 bytes")
          .hasMessageNotContaining("Zz7");
    }

    @ParameterizedTest(name = "[{0}]")
    @DisplayName("blank or missing")
    @ValueSource(strings = {"", " ", "null"})
    void blank(String secret) {
      provider("mine", "app-1", 0).put("secret", secret.equals("null") ? null : secret);

      assertThat(missing("app-1")).hasMessage("key provider 'mine': The shared secret is blank.");
    }

    @Test
    @DisplayName("a line end in the vault's file is white space at an end")
    void lineEnd() {
      provider("mine", "app-1", 0).put("secret", "${vault.app-1}");
      vault.put("app-1", secretOf("Zz7") + "\n");

      assertThat(missing("app-1"))
          .hasMessageStartingWith("key provider 'mine': The shared secret has white space")
          .hasMessageNotContaining("Zz7");
    }
  }

  private ComponentModel provider(String name, String platformId, long priority) {
    ComponentModel model = new ComponentModel();
    model.setId("id-" + name);
    model.setName(name);
    model.setProviderId("helpshift-secret");
    model.put("platformId", platformId);
    model.put("secret", secretOf(name));
    model.put("priority", priority);
    components.add(model);
    return model;
  }

  private static String secretOf(String name) {
    return name + "-0123456789abcdef0123456789abcdef";
  }

  private String found(String platformId) throws Exception {
    return textOf(new SharedSecrets(session, realm).find(platform(platformId)));
  }

  private MissingSecretException missing(String platformId) {
    return missingBy(platform(platformId));
  }

  private MissingSecretException missingBy(HelpshiftSettings settings) {
    return catchThrowableOfType(
        MissingSecretException.class, () -> new SharedSecrets(session, realm).find(settings));
  }

  private static HelpshiftSettings platform(String platformId) {
    return settings(platformId == null ? Map.of() : Map.of("helpshift.platform_id", platformId));
  }

  private static HelpshiftSettings settings(Map<String, String> attributes) {
    return new SettingsReader(WebChatHosts.HELPSHIFT).read(attributes, Map.of()).settings();
  }

  /** Finds out which secret it is by its signature, because it does not show itself. */
  private String textOf(SharedSecret secret) throws Exception {
    List<String> candidates = new ArrayList<>(vault.values());
    components.forEach(model -> candidates.add(model.get("secret")));
    return textOf(secret, candidates.toArray(String[]::new));
  }

  private static String textOf(SharedSecret secret, String... candidates) throws Exception {
    IdentityToken token =
        new IdentityToken(
            List.of(new Identity(IdentityType.UID, "8f1c")), Instant.ofEpochSecond(1), false);
    SignedJWT jwt = SignedJWT.parse(IdentityTokenSigner.sign(token, secret));
    for (String candidate : candidates) {
      byte[] bytes = candidate.getBytes(StandardCharsets.UTF_8);
      if (bytes.length >= 32 && jwt.verify(new MACVerifier(bytes))) {
        return candidate;
      }
    }
    return "none of the secrets here";
  }
}
