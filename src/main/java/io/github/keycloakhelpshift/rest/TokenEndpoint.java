package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.SharedSecret;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.IneligibleException;
import io.github.keycloakhelpshift.user.MappedUserData;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
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
   * Answers one call.
   *
   * @param body what was sent
   */
  Response issue(InputStream body) throws IOException {
    try (TokenEvent event = new TokenEvent(session, new TokenSpan(session, TokenEndpoint.class))) {
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
    ClientMappers mappers = caller.mappers(session);
    HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
    LoginRequestBody request = read(body);

    HelpshiftSettings settings = settings(mappers);
    SharedSecret secret = secret(settings);
    HelpshiftUser user = new HelpshiftUser(caller.person(session), settings);
    event.leftOut(user.identities().refused());
    IdentityToken token = token(user);
    request.requireMatch(token);

    String signed = IdentityTokenSigner.sign(token, secret);
    if (acceptsJwt(headers)) {
      event.issued(token);
      return answers.jwt(signed);
    }
    MappedUserData userData = user.userData();
    event.userDataLeftOut(userData.leftOut());
    event.issued(token);
    return answers.json(LoginResponse.of(token, signed, UserDataRepresentation.of(userData)));
  }

  private LoginRequestBody read(InputStream body) throws IOException, RefusedException {
    HttpRequest request = session.getContext().getHttpRequest();
    Optional<MediaType> contentType = contentType(request.getHttpHeaders());
    String length = request.getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_LENGTH);
    boolean isForm =
        contentType.filter(TokenEndpoint::isForm).isPresent()
            && (!request.getDecodedFormParameters().isEmpty()
                || (length != null && !length.equals("0")));
    return LoginRequestBody.read(body, contentType, isForm);
  }

  private static boolean isForm(MediaType type) {
    return type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
  }

  /** What can't be read is not JSON. */
  private static Optional<MediaType> contentType(HttpHeaders headers) {
    try {
      return Optional.ofNullable(headers.getMediaType());
    } catch (IllegalArgumentException e) {
      return Optional.of(MediaType.APPLICATION_OCTET_STREAM_TYPE);
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

  private HelpshiftSettings settings(ClientMappers mappers) throws RefusedException {
    try {
      return SettingsCache.read(realm, mappers).requireSound();
    } catch (BrokenSettingsException e) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, e.getMessage());
    }
  }

  private SharedSecret secret(HelpshiftSettings settings) throws RefusedException {
    try {
      return SharedSecrets.find(session, realm, settings);
    } catch (MissingSecretException e) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, e.getMessage());
    }
  }

  private static IdentityToken token(HelpshiftUser user) throws RefusedException {
    try {
      return user.token();
    } catch (IneligibleException e) {
      throw new RefusedException(Refusal.INELIGIBLE, e.getMessage());
    } catch (InvalidIdentityException e) {
      throw new RefusedException(Refusal.USERID_AND_EMAIL_MISSING, e.getMessage());
    }
  }
}
