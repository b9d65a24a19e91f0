package io.github.keycloakhelpshift.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who a person is to a Helpshift domain without User Hub, which verifies a user by a digest.
 *
 * @param userId their {@code uid}
 * @param userEmail their email address; none under full privacy
 * @param userName how Helpshift's agents see them called; none under full privacy
 * @param fullPrivacy whether Helpshift is to keep nothing but the uid
 * @see <a href="https://developers.helpshift.com/web-chat/users/">Helpshift: Users</a>
 */
public record VerifiedUser(
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> userName,
    boolean fullPrivacy)
    implements HelpshiftLogin {

  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 255;

  /**
   * A user whom Helpshift can verify.
   *
   * @throws InvalidIdentityException if there is nobody to verify, or more than full privacy allows
   */
  public VerifiedUser {
    if (fullPrivacy && (userEmail.isPresent() || userName.isPresent())) {
      throw new InvalidIdentityException(Violation.NOT_PRIVATE);
    }
    if (userId.isEmpty() && userEmail.isEmpty()) {
      throw new InvalidIdentityException(Violation.USERID_AND_EMAIL_MISSING);
    }
  }

  @Override
  public List<IdentityType> identityTypes() {
    return Stream.concat(
            userId.map(id -> IdentityType.UID).stream(),
            userEmail.map(email -> IdentityType.EMAIL).stream())
        .toList();
  }

  /** Names the identities only: the values are somebody's and have no place in a log. */
  @Override
  public String toString() {
    return "VerifiedUser" + identityTypes();
  }
}
