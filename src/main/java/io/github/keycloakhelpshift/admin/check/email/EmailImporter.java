package io.github.keycloakhelpshift.admin.check.email;

import java.util.Set;
import org.keycloak.broker.oidc.mappers.AbstractJsonUserAttributeMapper;
import org.keycloak.broker.oidc.mappers.UserAttributeMapper;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;

/**
 * A mapper of an identity provider that writes the email address at each login. Keycloak then
 * leaves alone whether the address is verified: what was verified was the one before.
 */
final class EmailImporter {

  private static final String EMAIL = "email";

  /** The mappers whose address Keycloak compares by itself, where the provider's mode is FORCE. */
  private static final Set<String> COMPARED =
      Set.of(
          UserAttributeMapper.PROVIDER_ID,
          org.keycloak.broker.saml.mappers.UserAttributeMapper.PROVIDER_ID);

  private EmailImporter() {}

  /** Whether it is one, and what it writes may pass for verified. */
  static boolean leavesVerified(
      IdentityProviderModel provider, IdentityProviderMapperModel mapper) {
    IdentityProviderSyncMode providers =
        provider.getSyncMode() == null ? IdentityProviderSyncMode.LEGACY : provider.getSyncMode();
    if (providers == IdentityProviderSyncMode.FORCE
        && COMPARED.contains(mapper.getIdentityProviderMapper())) {
      return false;
    }
    return switch (IdentityProviderMapperSyncModeDelegate.combineIdpAndMapperSyncMode(
        providers, mapper.getSyncMode())) {
      case FORCE ->
          writesEmail(mapper, UserAttributeMapper.USER_ATTRIBUTE)
              || writesEmail(mapper, AbstractJsonUserAttributeMapper.CONF_USER_ATTRIBUTE);
      // A login service's own importers then write at the first login alone.
      case LEGACY -> writesEmail(mapper, UserAttributeMapper.USER_ATTRIBUTE);
      case IMPORT -> false;
    };
  }

  private static boolean writesEmail(IdentityProviderMapperModel mapper, String key) {
    String attribute = mapper.getConfig().get(key);
    return attribute != null && attribute.strip().equalsIgnoreCase(EMAIL);
  }
}
