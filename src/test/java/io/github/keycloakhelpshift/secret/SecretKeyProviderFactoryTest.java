package io.github.keycloakhelpshift.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.vault.DefaultVaultRawSecret;
import org.keycloak.vault.DefaultVaultTranscriber;
import org.keycloak.vault.VaultProvider;

class SecretKeyProviderFactoryTest {

  private static final String SECRET = "Zz7-0123456789abcdef0123456789abcdef";
  private static final String NO_SUCH_SECRET =
      "Shared secret: Keycloak's vault has no entry for the reference.";

  private final SecretKeyProviderFactory factory = new SecretKeyProviderFactory();
  private final KeycloakSession session = mock(KeycloakSession.class);
  private final ComponentModel model = new ComponentModel();

  @BeforeEach
  void keycloak() {
    VaultProvider vault = mock(VaultProvider.class);
    when(vault.obtainSecret("there"))
        .thenReturn(
            DefaultVaultRawSecret.forBuffer(
                Optional.of(ByteBuffer.wrap(SECRET.getBytes(StandardCharsets.UTF_8)))));
    when(vault.obtainSecret("nowhere"))
        .thenReturn(DefaultVaultRawSecret.forBuffer(Optional.empty()));
    when(session.vault()).thenReturn(new DefaultVaultTranscriber(vault));
    adminReads(Locale.ENGLISH);
    model.setId("component-id");
  }

  @Test
  @DisplayName(
      "helpshift-secret: platform id, masked secret, verification, priority, enabled, active")
  void form() {
    Map<String, ProviderConfigProperty> form =
        factory.getConfigProperties().stream()
            .collect(Collectors.toMap(ProviderConfigProperty::getName, Function.identity()));

    assertThat(factory.getId()).isEqualTo("helpshift-secret");
    assertThat(form)
        .containsOnlyKeys("platformId", "secret", "verification", "priority", "enabled", "active");
    assertThat(form.get("verification").getOptions())
        .containsExactly("identities", "user_auth_token");
    assertThat(form.get("verification").getDefaultValue()).isEqualTo("identities");
    // Both are needed: the first masks it in the console, the second in the admin API and in
    // exports.
    assertThat(form.get("secret").getType()).isEqualTo(ProviderConfigProperty.PASSWORD);
    assertThat(form.get("secret").isSecret()).isTrue();
    assertThat(form.get("secret").isRequired()).isTrue();
    assertThat(form.get("platformId").isRequired()).isFalse();
    assertThat(form.values())
        .filteredOn(property -> !property.getName().equals("secret"))
        .noneMatch(ProviderConfigProperty::isSecret);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a literal secret, or a vault reference that resolves, is saved")
  @ValueSource(strings = {SECRET, "${vault.there}"})
  void sound(String secret) {
    model.put("secret", secret);

    assertThatCode(this::validate).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName(
      "an invalid secret is refused when it is saved; the message says why, without the secret")
  @CsvSource({
    "'',                  Shared secret: The shared secret is blank.",
    "'  ',                Shared secret: The shared secret is blank.",
    "' Zz7 ',             Shared secret: The shared secret has white space at an end",
    "Zz7-{0}-'-short,     Shared secret: The shared secret has 15 bytes; HS256 needs at least 32",
    "${vault.nowhere}," + NO_SUCH_SECRET
  })
  void refused(String secret, String reason) {
    model.put("secret", secret);

    assertThat(reason()).startsWith(reason).doesNotContain("Zz7");
  }

  @Test
  @DisplayName("a secret for domains without User Hub may be short")
  void shortSecret() {
    model.put("secret", "Zz7-short");
    model.put("verification", "user_auth_token");

    assertThatCode(this::validate).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("an unknown verification is refused when it is saved, and in an import")
  void unknownVerification() {
    model.put("secret", SECRET);
    model.put("verification", "digest");

    assertThat(reason()).isEqualTo("Verification is not one of identities, user_auth_token");
    comesWithARealm();
    assertThat(reason()).startsWith("Verification is not one of ");
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("a provider that is off needs no secret")
  @CsvSource({"enabled, false", "active, false"})
  void off(String key, String value) {
    model.put("secret", "${vault.nowhere}");
    model.put(key, value);

    assertThatCode(this::validate).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("an import can contain a mask, or a reference to a secret that is still missing")
  @ValueSource(strings = {"**********", "${vault.nowhere}"})
  void placeholder(String secret) {
    model.put("secret", secret);
    assertThat(reason()).startsWith("Shared secret: ");

    comesWithARealm();
    assertThatCode(this::validate).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("an import with a literal that can't be a secret is refused")
  @ValueSource(strings = {"", "too-short", "*********", " ${vault.there}"})
  void badLiteralOfAnImport(String secret) {
    model.put("secret", secret);
    comesWithARealm();

    assertThat(reason()).startsWith("Shared secret: ");
  }

  @Test
  @DisplayName("no secret at all is a blank one")
  void noSecret() {
    assertThat(reason()).isEqualTo("Shared secret: The shared secret is blank.");
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("priority, enabled and active are checked as for Keycloak's own key providers")
  @CsvSource({"priority, high", "enabled, maybe", "active, 1"})
  void keycloaksOwn(String key, String value) {
    model.put("secret", SECRET);
    model.put(key, value);

    assertThat(catchThrowableOfType(ComponentValidationException.class, this::validate))
        .isNotNull();
  }

  @Test
  @DisplayName("the key in Keycloak's list has no material, and an algorithm of our own")
  void keyInTheList() {
    // given
    model.put("secret", SECRET);
    model.put("priority", 7L);

    // when
    KeyWrapper key = factory.create(session, model).getKeysStream().findFirst().orElseThrow();

    // then
    assertThat(key.getSecretKey()).isNull();
    assertThat(key.getPrivateKey()).isNull();
    assertThat(key.getPublicKey()).isNull();
    assertThat(key.getAlgorithm()).isEqualTo("HELPSHIFT");
    assertThat(key.getType()).isEqualTo(KeyType.OCT);
    assertThat(key.getKid()).isEqualTo("component-id");
    assertThat(key.getProviderPriority()).isEqualTo(7);
    assertThat(key.toString()).doesNotContain("Zz7");
  }

  @ParameterizedTest(name = "enabled {0}, active {1}: {2}")
  @DisplayName("its status follows the switches")
  @CsvSource({
    "true,  true,  ACTIVE",
    "true,  false, PASSIVE",
    "false, true,  DISABLED",
    "false, false, DISABLED"
  })
  void status(boolean enabled, boolean active, KeyStatus status) {
    model.put("enabled", enabled);
    model.put("active", active);

    assertThat(factory.create(session, model).getKeysStream())
        .extracting(KeyWrapper::getStatus)
        .containsExactly(status);
  }

  /** Null: no admin saves it. */
  private void adminReads(Locale language) {
    when(session.getAttribute(AdminSave.class.getName())).thenReturn(language);
    when(session.getAttribute(AdminSave.class.getName(), Locale.class)).thenReturn(language);
  }

  @Test
  @DisplayName("says what is wrong in the language of the admin")
  void german() {
    adminReads(Locale.GERMANY);
    model.put("secret", "short");

    assertThat(reason())
        .isEqualTo(
            "Gemeinsames Geheimnis: Das gemeinsame Geheimnis hat 5 Bytes; HS256 braucht mindestens 32."
                + " Kopieren Sie es vollständig aus dem Dashboard von Helpshift.");
    model.put("verification", "digest");
    assertThat(reason()).isEqualTo("Verification ist nicht eine von identities, user_auth_token");
  }

  private void comesWithARealm() {
    adminReads(null);
  }

  private void validate() {
    factory.validateConfiguration(session, mock(RealmModel.class), model);
  }

  /** The reason as the admin console shows it, which formats the message with its parameters. */
  private String reason() {
    ComponentValidationException refused =
        catchThrowableOfType(ComponentValidationException.class, this::validate);
    return new MessageFormat(refused.getMessage(), Locale.ROOT).format(refused.getParameters());
  }
}
