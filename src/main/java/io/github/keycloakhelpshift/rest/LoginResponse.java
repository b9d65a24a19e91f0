package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.Optional;

/**
 * The answer of {@code POST token}.
 *
 * @param identityToken the signed token
 * @param fullPrivacyEnabled the value that {@code Helpshift("login")} needs with the token
 * @param userId the value that {@code helpshiftConfig.userId} must have
 * @param userEmail the value that {@code helpshiftConfig.userEmail} must have
 * @param userData the user data to send after the login
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LoginResponse(
    @JsonProperty("identity_token") String identityToken,
    @JsonProperty("full_privacy_enabled") boolean fullPrivacyEnabled,
    Optional<String> userId,
    Optional<String> userEmail,
    @JsonProperty("user_data") UserDataRepresentation userData) {

  static LoginResponse of(IdentityToken token, String signed, UserDataRepresentation userData) {
    return new LoginResponse(
        signed, token.fullPrivacy(), token.userId(), token.userEmail(), userData);
  }
}
