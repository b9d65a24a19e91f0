package io.github.keycloakhelpshift.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import io.github.keycloakhelpshift.token.UserAuthToken;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.IneligibleException;
import io.github.keycloakhelpshift.user.Person;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.util.JsonSerialization;

/** What the mapper's claim says of a person, by the settings of the client that they log in to. */
record HelpshiftClaim(
    SettingsCache cache,
    KeycloakSession session,
    UserSessionModel userSession,
    ClientSessionContext context) {

  /** Whether it is signed, as far as the settings tell. */
  boolean isSigned() {
    return ClientMappers.in(context)
        .map(mappers -> cache.read(userSession.getRealm(), mappers).settings())
        .filter(settings -> settings.claimFormat().signedFor().isEmpty())
        .isEmpty();
  }

  /** The value: a JSON node, because Keycloak would keep only the first element of a list. */
  JsonNode value() throws BrokenSettingsException, MissingSecretException, IneligibleException {
    ClientMappers mappers = ClientMappers.in(context).orElseThrow();
    HelpshiftSettings settings = cache.read(userSession.getRealm(), mappers).orThrow();
    HelpshiftUser user = new HelpshiftUser(Person.signedIn(session, userSession), settings);
    return switch (settings.claimFormat()) {
      case TOKEN ->
          TextNode.valueOf(
              IdentityTokenSigner.sign(user.token(), secret(settings, LoginMethod.IDENTITIES)));
      case IDENTITIES ->
          JsonSerialization.mapper.valueToTree(new IdentityTokenPayload(user.token()).identities());
      case USER_AUTH_TOKEN ->
          TextNode.valueOf(
              UserAuthToken.of(user.verifiedUser(), secret(settings, LoginMethod.USER_AUTH_TOKEN)));
    };
  }

  private SharedSecret secret(HelpshiftSettings settings, LoginMethod login)
      throws MissingSecretException {
    return new SharedSecrets(session, userSession.getRealm()).find(settings, login);
  }
}
