package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.settings.Choice;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.keys.KeyProvider;
import org.keycloak.keys.KeyProviderFactory;
import org.keycloak.keys.SecretKeyProviderUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The key provider {@code helpshift-secret} for the shared secret of a Helpshift app. */
public final class SecretKeyProviderFactory implements KeyProviderFactory<KeyProvider> {

  private static final List<ProviderConfigProperty> PROPERTIES =
      List.copyOf(
          SecretKeyProviderUtils.configurationBuilder()
              .property()
              .name(SecretProvider.PLATFORM_ID_KEY)
              .label("helpshiftKeyPlatformId")
              .helpText("helpshiftKeyPlatformIdHelp")
              .type(ProviderConfigProperty.STRING_TYPE)
              .add()
              .property()
              .name(SecretProvider.SECRET_KEY)
              .label("helpshiftKeySecret")
              .helpText("helpshiftKeySecretHelp")
              .type(ProviderConfigProperty.PASSWORD)
              .secret(true)
              .required(true)
              .add()
              .property()
              .name(SecretProvider.VERIFICATION_KEY)
              .label("helpshiftKeyVerification")
              .helpText("helpshiftKeyVerificationHelp")
              .type(ProviderConfigProperty.LIST_TYPE)
              .options(Choice.LOGIN.texts())
              .defaultValue(LoginMethod.IDENTITIES.text())
              .add()
              .build());

  @Override
  public KeyProvider create(KeycloakSession session, ComponentModel model) {
    return new SecretKeyProvider(model);
  }

  @Override
  public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model)
      throws ComponentValidationException {
    SecretKeyProviderUtils.validateConfiguration(model);
    SecretProvider provider = new SecretProvider(model);
    LoginMethod method = method(session, provider);
    // A provider that is off signs nothing. Admins must be able to switch it off when the vault has
    // lost its secret.
    if (provider.isUsable() && !mayComeLater(session, provider.secret())) {
      validateSecret(session, provider, method);
    }
    if (model.get(SecretProvider.ADDED_KEY) == null) {
      // Keycloak stores no time for a component, but the check needs it to find unfinished
      // rotations.
      model.put(SecretProvider.ADDED_KEY, Time.currentTimeMillis() / 1_000);
    }
  }

  /**
   * Whether the provider comes with an imported realm, and its secret may still be missing. If we
   * refused it, Keycloak would refuse the whole realm, and a server that imports the realm at its
   * start would not start. The check reports the missing secret.
   */
  private static boolean mayComeLater(KeycloakSession session, ConfiguredSecret secret) {
    return !AdminSave.isUnderWay(session) && secret.isPlaceholder();
  }

  private static LoginMethod method(KeycloakSession session, SecretProvider provider) {
    return provider
        .method()
        .orElseThrow(
            () ->
                refused(
                    session,
                    Reason.of(
                        "Verification is not one of %s", String.join(", ", Choice.LOGIN.texts()))));
  }

  private static void validateSecret(
      KeycloakSession session, SecretProvider provider, LoginMethod method) {
    try {
      new ConfiguredSecret(Reason.of("Shared secret"), provider.secret().text())
          .resolve(session, method);
    } catch (MissingSecretException e) {
      throw refused(session, e.reason());
    }
  }

  /** The text is a parameter, because Keycloak reads the message itself as a pattern. */
  private static ComponentValidationException refused(KeycloakSession session, Reason reason) {
    return new ComponentValidationException("{0}", reason.text(AdminSave.language(session)));
  }

  @Override
  public String getId() {
    return SecretProvider.ID;
  }

  @Override
  public String getHelpText() {
    return "Shared secret of a Helpshift app, to sign its logins with. Never published.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return PROPERTIES;
  }
}
