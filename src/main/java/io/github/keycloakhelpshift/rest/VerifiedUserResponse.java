package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.Optional;

/**
 * The answer of {@code POST token} for a domain without User Hub.
 *
 * @param userId the user's id at Helpshift
 * @param userEmail their email address
 * @param userName their name
 * @param userAuthToken the digest that proves the id and the email
 * @param fullPrivacyEnabled whether Helpshift must store only the id
 * @param userData the user data to send after the login
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VerifiedUserResponse(
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> userName,
    String userAuthToken,
    @JsonProperty("full_privacy_enabled") boolean fullPrivacyEnabled,
    @JsonProperty("user_data") UserDataRepresentation userData) {

  static VerifiedUserResponse of(
      VerifiedUser user, String userAuthToken, UserDataRepresentation userData) {
    return new VerifiedUserResponse(
        user.userId(),
        user.userEmail(),
        user.userName(),
        userAuthToken,
        user.fullPrivacy(),
        userData);
  }
}
