package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.keycloakhelpshift.identity.HelpshiftLogin;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a token call: what {@code onLoginRequest} gets. We compare it with the user who is
 * signed in, and never trust it. A member that is missing, null or empty is not compared, because
 * in {@code helpshiftConfig} an empty id means an anonymous user.
 *
 * <p>A caller can ask for only some of the user's identities, because Helpshift does not remove
 * duplicates when it adds identities to a user.
 *
 * @param identifiers the identifiers that the token must have; empty for all
 */
record LoginRequestBody(
    Optional<String> userId, Optional<String> userEmail, Set<String> identifiers) {

  private static final int MAX_BYTES = 16 * 1024;

  private static final LoginRequestBody NOTHING =
      new LoginRequestBody(Optional.empty(), Optional.empty(), Set.of());

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads a body. An empty one is not compared, whatever its type.
   *
   * @param isForm whether it was a form: Keycloak has then read the body before us, and nothing is
   *     left of it
   * @throws RefusedException if it is too large, not JSON, or has other types in it
   */
  static LoginRequestBody read(InputStream body, Optional<MediaType> contentType, boolean isForm)
      throws IOException, RefusedException {
    boolean isJson = contentType.filter(MediaType.APPLICATION_JSON_TYPE::isCompatible).isPresent();
    byte[] bytes = body.readNBytes(isJson ? MAX_BYTES + 1 : 1);
    if (isForm || (!isJson && bytes.length > 0)) {
      throw new RefusedException(Refusal.NOT_JSON);
    }
    if (bytes.length > MAX_BYTES) {
      throw new RefusedException(Refusal.BODY_TOO_LARGE);
    }
    if (bytes.length == 0) {
      return NOTHING;
    }
    try {
      JsonNode json = JSON.readValue(bytes);
      if (!json.isObject()) {
        throw new RefusedException(Refusal.MALFORMED_BODY);
      }
      return new LoginRequestBody(
          text(json, "userId"), text(json, "userEmail"), identifiers(json.path("identifiers")));
    } catch (IOException e) {
      // Not an I/O error, because the bytes are in memory: the text is malformed. Malformed UTF-32
      // ends here, too.
      throw new RefusedException(Refusal.MALFORMED_BODY);
    }
  }

  private static Optional<String> text(JsonNode json, String name) throws RefusedException {
    JsonNode member = json.path(name);
    if (member.isMissingNode() || member.isNull()) {
      return Optional.empty();
    }
    if (!member.isTextual()) {
      throw new RefusedException(Refusal.MALFORMED_BODY);
    }
    return Optional.of(member.textValue()).filter(text -> !text.isEmpty());
  }

  private static Set<String> identifiers(JsonNode member) throws RefusedException {
    if (member.isMissingNode() || member.isNull()) {
      return Set.of();
    }
    Set<String> identifiers = new HashSet<>();
    for (JsonNode one : member) {
      identifiers.add(one.textValue());
    }
    if (!member.isArray() || identifiers.contains(null)) {
      throw new RefusedException(Refusal.MALFORMED_BODY);
    }
    return identifiers;
  }

  /** Returns the payload of that token, with the identities that the caller asks for. */
  IdentityTokenPayload payload(IdentityToken token) {
    IdentityTokenPayload all = new IdentityTokenPayload(token);
    return identifiers.isEmpty() ? all : all.only(identifiers);
  }

  /**
   * Compares the body with the caller's own login. Like Helpshift, it ignores the case of
   * addresses.
   *
   * @throws RefusedException if the page expects somebody else
   */
  void requireMatch(HelpshiftLogin login) throws RefusedException {
    if (userId.isPresent() && !userId.equals(login.userId())) {
      throw new RefusedException(Refusal.USER_ID_MISMATCH);
    }
    if (userEmail.isPresent() && login.userEmail().filter(this::isExpectedEmail).isEmpty()) {
      throw new RefusedException(Refusal.EMAIL_MISMATCH);
    }
  }

  private boolean isExpectedEmail(String own) {
    return userEmail.filter(email -> Text.equalsIgnoringAsciiCase(own, email)).isPresent();
  }
}
