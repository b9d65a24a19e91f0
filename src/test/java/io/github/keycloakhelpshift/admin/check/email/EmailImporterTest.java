package io.github.keycloakhelpshift.admin.check.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;

class EmailImporterTest {

  @ParameterizedTest(name = "{0}: {1}={2}, mapper {3}, provider {4}: {5}")
  @DisplayName("a mapper that writes the address at each login, where Keycloak does not compare it")
  @CsvSource({
    "oidc-user-attribute-idp-mapper, user.attribute, email, FORCE, IMPORT, true",
    "oidc-user-attribute-idp-mapper, user.attribute, ' Email', FORCE, IMPORT, true",
    "oidc-user-attribute-idp-mapper, user.attribute, email, FORCE, , true",
    "saml-user-attribute-idp-mapper, user.attribute, email, FORCE, IMPORT, true",
    "saml-xpath-attribute-idp-mapper, user.attribute, email, INHERIT, FORCE, true",
    "github-user-attribute-mapper, userAttribute, email, FORCE, IMPORT, true",
    "github-user-attribute-mapper, userAttribute, email, INHERIT, FORCE, true",
    // As before there were sync modes, which is what an import without one gets.
    "oidc-user-attribute-idp-mapper, user.attribute, email, , IMPORT, true",
    "oidc-user-attribute-idp-mapper, user.attribute, email, INHERIT, , true",
    "github-user-attribute-mapper, userAttribute, email, , IMPORT, false",
    // Keycloak compares the address itself.
    "oidc-user-attribute-idp-mapper, user.attribute, email, INHERIT, FORCE, false",
    "saml-user-attribute-idp-mapper, user.attribute, email, FORCE, FORCE, false",
    "oidc-user-attribute-idp-mapper, user.attribute, email, INHERIT, IMPORT, false",
    "oidc-user-attribute-idp-mapper, user.attribute, email, IMPORT, FORCE, false",
    "oidc-user-attribute-idp-mapper, user.attribute, steamId, FORCE, IMPORT, false",
    "oidc-user-session-note-idp-mapper, claims, email, FORCE, IMPORT, false",
    "hardcoded-user-session-attribute-idp-mapper, attribute, email, FORCE, IMPORT, false",
  })
  void leavesVerified(
      String type,
      String key,
      String attribute,
      String mapperMode,
      IdentityProviderSyncMode providerMode,
      boolean expected) {
    IdentityProviderModel provider = new IdentityProviderModel();
    provider.setSyncMode(providerMode);
    IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
    mapper.setIdentityProviderMapper(type);
    mapper.setConfig(new HashMap<>(Map.of(key, attribute)));
    if (mapperMode != null) {
      mapper.getConfig().put(IdentityProviderMapperModel.SYNC_MODE, mapperMode);
    }

    assertThat(new EmailImporter(provider, mapper).leavesVerified()).isEqualTo(expected);
  }
}
