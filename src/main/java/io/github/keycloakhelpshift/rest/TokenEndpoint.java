package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import io.github.keycloakhelpshift.token.UserAuthToken;
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

/** {@code POST token}: returns the caller's identity token, never another person's. */
final class TokenEndpoint {

  private final KeycloakSession session;
  private final CallerOrigin origin;
  private final Responses answers;
  private final Configuration configuration;

  /** The refusals that users who may log in can get. */
  @FunctionalInterface
  private interface Login<T> {
    T get() throws IneligibleException;
  }

  TokenEndpoint(KeycloakSession session, SettingsCache settings) {
    this.session = session;
    this.origin = new CallerOrigin(session);
    this.answers = new Responses(session, origin);
    this.configuration = new Configuration(session, settings);
  }

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

    HelpshiftSettings settings = configuration.settings(mappers);
    event.login(settings.login());
    SharedSecret secret = configuration.secret(settings);
    HelpshiftUser user = new HelpshiftUser(caller.person(session), settings);
    event.leftOut(user.loginIdentities().leftOut());
    if (settings.login() == LoginMethod.USER_AUTH_TOKEN) {
      VerifiedUser verified = login(user::verifiedUser);
      request.requireMatch(verified);
      event.userNameLeftOut(user.userNameLeftOut());
      UserDataRepresentation userData = userData(user, event);
      event.issued(verified);
      return answers.json(
          new VerifiedUserResponse(verified, UserAuthToken.of(verified, secret), userData));
    }
    IdentityToken token = login(user::token);
    request.requireMatch(token);

    IdentityTokenPayload payload = request.payload(token);
    String signed = IdentityTokenSigner.sign(payload, secret);
    if (acceptsJwt(headers)) {
      event.issued(payload);
      return answers.jwt(signed);
    }
    UserDataRepresentation userData = userData(user, event);
    event.issued(payload);
    return answers.json(new LoginResponse(token, signed, userData));
  }

  private static UserDataRepresentation userData(HelpshiftUser user, TokenEvent event) {
    MappedUserData userData = user.userData(UserDataRecipient.USER);
    event.userDataLeftOut(userData.leftOut());
    return new UserDataRepresentation(userData);
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

  /** Returns the content type. An unreadable one counts as not JSON. */
  private static Optional<MediaType> contentType(HttpHeaders headers) {
    try {
      return Optional.ofNullable(headers.getMediaType());
    } catch (IllegalArgumentException e) {
      return Optional.of(MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }
  }

  /** Whether the caller wants the bare JWT. An unreadable Accept header counts as missing. */
  private static boolean acceptsJwt(HttpHeaders headers) {
    try {
      return headers.getAcceptableMediaTypes().contains(Responses.JWT);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static <T> T login(Login<T> login) throws RefusedException {
    try {
      return login.get();
    } catch (IneligibleException e) {
      throw new RefusedException(Refusal.INELIGIBLE, e.getMessage());
    } catch (InvalidIdentityException e) {
      throw new RefusedException(Refusal.USERID_AND_EMAIL_MISSING, e.getMessage());
    }
  }
}
