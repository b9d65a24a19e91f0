package io.github.keycloakhelpshift.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person for a Helpshift domain without User Hub, which verifies a user by a digest.
 *
 * @param userEmail their email address; absent under full privacy
 * @param userName the name that Helpshift's agents see; absent under full privacy
 * @see <a href="https://developers.helpshift.com/web-chat/users/">Helpshift: Users</a>
 */
public record VerifiedUser(
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> userName,
    boolean fullPrivacy)
    implements HelpshiftLogin {

  public static final int MAX_NAME_LENGTH = 255;

  /**
   * Checks Helpshift's rules.
   *
   * @throws InvalidIdentityException if there is neither an id nor an email, or more than full
   *     privacy allows
   */
  public VerifiedUser {
    if (fullPrivacy && (userEmail.isPresent() || userName.isPresent())) {
      throw new InvalidIdentityException(Violation.NOT_PRIVATE);
    }
    if (userId.isEmpty() && userEmail.isEmpty()) {
      throw new InvalidIdentityException(Violation.USERID_AND_EMAIL_MISSING);
    }
  }

  public List<IdentityType> identityTypes() {
    return Stream.concat(
            userId.map(id -> IdentityType.UID).stream(),
            userEmail.map(email -> IdentityType.EMAIL).stream())
        .toList();
  }

  /** Returns only the types of the identities, because logs must not contain somebody's values. */
  @Override
  public String toString() {
    return "VerifiedUser" + identityTypes();
  }
}
