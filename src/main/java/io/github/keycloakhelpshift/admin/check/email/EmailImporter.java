package io.github.keycloakhelpshift.admin.check.email;

import java.util.Set;
import org.keycloak.broker.oidc.mappers.AbstractJsonUserAttributeMapper;
import org.keycloak.broker.oidc.mappers.UserAttributeMapper;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;

/**
 * Tells whether a mapper of an identity provider writes the email address at each login. Keycloak
 * then does not change whether the address is verified, although only the old address was verified.
 */
record EmailImporter(IdentityProviderModel provider, IdentityProviderMapperModel mapper) {

  private static final String EMAIL = "email";

  /**
   * The mappers whose address Keycloak compares with the old one itself, if the provider's mode is
   * FORCE.
   */
  private static final Set<String> COMPARED =
      Set.of(
          UserAttributeMapper.PROVIDER_ID,
          org.keycloak.broker.saml.mappers.UserAttributeMapper.PROVIDER_ID);

  /** Whether the mapper writes the address, and the new address can count as verified. */
  boolean leavesVerified() {
    IdentityProviderSyncMode providers =
        provider.getSyncMode() == null ? IdentityProviderSyncMode.LEGACY : provider.getSyncMode();
    if (providers == IdentityProviderSyncMode.FORCE
        && COMPARED.contains(mapper.getIdentityProviderMapper())) {
      return false;
    }
    return switch (IdentityProviderMapperSyncModeDelegate.combineIdpAndMapperSyncMode(
        providers, mapper.getSyncMode())) {
      case FORCE ->
          writesEmail(UserAttributeMapper.USER_ATTRIBUTE)
              || writesEmail(AbstractJsonUserAttributeMapper.CONF_USER_ATTRIBUTE);
      // In this mode the importers of social logins write only at the first login.
      case LEGACY -> writesEmail(UserAttributeMapper.USER_ATTRIBUTE);
      case IMPORT -> false;
    };
  }

  private boolean writesEmail(String key) {
    String attribute = mapper.getConfig().get(key);
    return attribute != null && attribute.strip().equalsIgnoreCase(EMAIL);
  }
}
