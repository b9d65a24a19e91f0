package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.settings.Choice;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
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
    new SavedProvider(session, new SecretProvider(model)).validate();
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
