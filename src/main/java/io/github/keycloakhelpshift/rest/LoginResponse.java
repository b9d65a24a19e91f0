package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.Optional;

/**
 * The answer of {@code POST token}.
 *
 * @param fullPrivacyEnabled the value that {@code Helpshift("login")} needs with the token
 * @param userId the value that {@code helpshiftConfig.userId} must have
 * @param userEmail the value that {@code helpshiftConfig.userEmail} must have
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LoginResponse(
    @JsonProperty("identity_token") String identityToken,
    @JsonProperty("full_privacy_enabled") boolean fullPrivacyEnabled,
    Optional<String> userId,
    Optional<String> userEmail,
    @JsonProperty("user_data") UserDataRepresentation userData) {

  LoginResponse(IdentityToken token, String signed, UserDataRepresentation userData) {
    this(signed, token.fullPrivacy(), token.userId(), token.userEmail(), userData);
  }
}
