package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.Optional;

/**
 * What {@code POST token} answers.
 *
 * @param identityToken the signed token
 * @param fullPrivacyEnabled what {@code Helpshift("login")} takes beside it
 * @param userId what {@code helpshiftConfig.userId} must be
 * @param userEmail what {@code helpshiftConfig.userEmail} must be
 * @param userData what to send after the login
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
