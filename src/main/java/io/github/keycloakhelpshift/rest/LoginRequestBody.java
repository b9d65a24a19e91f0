package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The body of a token call: what {@code onLoginRequest} hands over. Compared with who is signed in,
 * never believed. A member that is missing, null or empty asks for no comparison, as an empty id
 * stands for an anonymous user in {@code helpshiftConfig}.
 *
 * @param userId what the page takes the user's id to be
 * @param userEmail what the page takes the user's email to be
 */
record LoginRequestBody(Optional<String> userId, Optional<String> userEmail) {

  private static final int MAX_BYTES = 16 * 1024;

  private static final LoginRequestBody NOTHING =
      new LoginRequestBody(Optional.empty(), Optional.empty());

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads a body; an empty one asks for no comparison.
   *
   * @param body what was sent; null where nothing was
   * @param contentType what it is said to be; null where nothing is said
   * @throws RefusedException if it is too large, not JSON, or not of that form
   */
  static LoginRequestBody read(InputStream body, MediaType contentType)
      throws IOException, RefusedException {
    // First, because Keycloak has read a form before us and leaves nothing of it.
    if (contentType != null && !MediaType.APPLICATION_JSON_TYPE.isCompatible(contentType)) {
      throw new RefusedException(Refusal.NOT_JSON);
    }
    if (body == null) {
      return NOTHING;
    }
    if (contentType == null) {
      if (body.read() >= 0) {
        throw new RefusedException(Refusal.NOT_JSON);
      }
      return NOTHING;
    }
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
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
      return new LoginRequestBody(text(json, "userId"), text(json, "userEmail"));
    } catch (IOException e) {
      // Of the text, as the bytes are here: also for what passes for UTF-32 and is none.
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

  /**
   * Compares with the token that the caller would get.
   *
   * @throws RefusedException if the page takes him for somebody else
   */
  void requireMatch(IdentityToken token) throws RefusedException {
    if (userId.isPresent() && !userId.equals(token.userId())) {
      throw new RefusedException(Refusal.USER_ID_MISMATCH);
    }
    if (userEmail.isPresent() && !userEmail.equals(token.userEmail())) {
      throw new RefusedException(Refusal.EMAIL_MISMATCH);
    }
  }
}
