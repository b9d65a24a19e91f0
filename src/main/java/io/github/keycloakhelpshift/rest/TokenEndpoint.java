package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.user.IdentityTokenIssuer;
import io.github.keycloakhelpshift.user.Ineligible;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.MappedUserData;
import io.github.keycloakhelpshift.user.Person;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/** {@code POST token}: the identity token of the caller, never of anyone else. */
final class TokenEndpoint {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final CallerOrigin origin;
  private final Responses answers;

  TokenEndpoint(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.origin = new CallerOrigin(session);
    this.answers = new Responses(session, origin);
  }

  /**
   * Responses one call.
   *
   * @param body what was sent; null where nothing was
   */
  Response issue(InputStream body) throws IOException {
    try (TokenEvent event = new TokenEvent(session)) {
      try {
        return issue(body, event);
      } catch (RefusedException e) {
        event.refused(e);
        return answers.refused(e);
      }
    }
  }

  private Response issue(InputStream body, TokenEvent event) throws IOException, RefusedException {
    Caller caller =
        new CallerAuthenticator(session, origin)
            .authenticate()
            .orElseThrow(() -> new RefusedException(Refusal.LOGIN_REQUIRED));
    event.caller(caller);
    ProtocolMapperModel mapper = caller.mapper(session);
    Optional<Ineligible> ineligible = Ineligible.check(caller.user(), caller.userSession());
    if (ineligible.isPresent()) {
      throw new RefusedException(Refusal.INELIGIBLE, ineligible.get().description());
    }
    HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
    LoginRequestBody request = LoginRequestBody.read(body, contentType(headers));

    IdentityTokenIssuer issuer = issuer(mapper);
    Person person = caller.person(session);
    MappedIdentities identities = MappedIdentities.of(person, issuer.settings());
    event.leftOut(identities.refused());
    IdentityToken token = token(identities);
    request.requireMatch(token);

    if (acceptsJwt(headers)) {
      String signed = issuer.sign(token);
      event.issued(token);
      return answers.jwt(signed);
    }
    MappedUserData userData = userData(person, issuer, token);
    event.userDataLeftOut(userData.leftOut());
    Map<String, Object> login = login(token, issuer.sign(token), userData);
    event.issued(token);
    return answers.json(login);
  }

  private static MediaType contentType(HttpHeaders headers) throws RefusedException {
    try {
      return headers.getMediaType();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.NOT_JSON);
    }
  }

  /** What can't be read asks for nothing in particular. */
  private static boolean acceptsJwt(HttpHeaders headers) {
    try {
      return headers.getAcceptableMediaTypes().contains(Responses.JWT);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private IdentityTokenIssuer issuer(ProtocolMapperModel mapper) throws RefusedException {
    try {
      return IdentityTokenIssuer.of(session, realm, mapper);
    } catch (BrokenSettingsException | MissingSecretException e) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, e.getMessage());
    }
  }

  private static IdentityToken token(MappedIdentities identities) throws RefusedException {
    try {
      return identities.toToken();
    } catch (InvalidIdentityException e) {
      throw new RefusedException(Refusal.USERID_AND_EMAIL_MISSING, e.getMessage());
    }
  }

  private static MappedUserData userData(
      Person person, IdentityTokenIssuer issuer, IdentityToken token) {
    return token.fullPrivacy() ? MappedUserData.NONE : MappedUserData.of(person, issuer.settings());
  }

  private static Map<String, Object> login(
      IdentityToken token, String signed, MappedUserData userData) {
    Map<String, Object> login = new LinkedHashMap<>();
    login.put("identity_token", signed);
    login.put("full_privacy_enabled", token.fullPrivacy());
    token.userId().ifPresent(userId -> login.put("userId", userId));
    token.userEmail().ifPresent(userEmail -> login.put("userEmail", userEmail));
    Map<String, Object> data = new TreeMap<>(Collections.reverseOrder());
    for (UserDataScope scope : UserDataScope.values()) {
      data.put(scope.scopeName(), userData.data().get(scope));
    }
    login.put("user_data", data);
    return login;
  }
}
