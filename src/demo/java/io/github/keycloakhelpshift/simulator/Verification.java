package io.github.keycloakhelpshift.simulator;

/**
 * A user whom a domain without User Hub accepted or refused. The token itself is not kept.
 *
 * @param userId the user's id, or an empty string
 * @param userEmail the user's email, or an empty string
 * @param failure the message of {@code userAuthFailure}, or an empty string
 */
public record Verification(
    String platformId, String userId, String userEmail, boolean fullPrivacy, String failure) {

  public boolean accepted() {
    return failure.isEmpty();
  }

  Verification refused(String message) {
    return new Verification(platformId, userId, userEmail, fullPrivacy, message);
  }
}
