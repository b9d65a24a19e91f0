package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.Optional;

/**
 * The answer of {@code POST token} for a domain without User Hub.
 *
 * @param userAuthToken the digest that proves the id and the email
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VerifiedUserResponse(
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> userName,
    String userAuthToken,
    @JsonProperty("full_privacy_enabled") boolean fullPrivacyEnabled,
    @JsonProperty("user_data") UserDataRepresentation userData) {

  VerifiedUserResponse(VerifiedUser user, String userAuthToken, UserDataRepresentation userData) {
    this(
        user.userId(),
        user.userEmail(),
        user.userName(),
        userAuthToken,
        user.fullPrivacy(),
        userData);
  }
}
