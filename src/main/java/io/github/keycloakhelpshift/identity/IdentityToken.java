package io.github.keycloakhelpshift.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a Helpshift identity token, before it is signed.
 *
 * @param identities who the person is: at most {@value #MAX_IDENTITIES}, one of each type, and
 *     {@code uid} or {@code email} among them; under full privacy only the {@code uid}, without
 *     metadata, or nothing
 * @param issuedAt when it was made, to the second; Helpshift accepts it for 24 hours
 * @see <a href="https://developers.helpshift.com/web-chat/user-hub/">Helpshift: User Hub</a>
 */
public record IdentityToken(List<Identity> identities, Instant issuedAt, boolean fullPrivacy)
    implements HelpshiftLogin {

  /** Helpshift's "collection size". */
  public static final int MAX_IDENTITIES = 30;

  /**
   * Checks Helpshift's rules.
   *
   * @throws InvalidIdentityException if Helpshift would refuse the token
   */
  public IdentityToken {
    identities = List.copyOf(identities);
    if (identities.size() > MAX_IDENTITIES) {
      throw new InvalidIdentityException(Violation.TOO_MANY_IDENTITIES);
    }
    Set<IdentityType> types = EnumSet.noneOf(IdentityType.class);
    for (Identity identity : identities) {
      if (!types.add(identity.type())) {
        throw new InvalidIdentityException(Violation.DUPLICATE_IDENTIFIER);
      }
    }
    if (fullPrivacy) {
      types.remove(IdentityType.UID);
      boolean metadata = identities.stream().anyMatch(identity -> !identity.metadata().isEmpty());
      if (metadata || !types.isEmpty()) {
        throw new InvalidIdentityException(Violation.NOT_PRIVATE);
      }
    } else if (!types.contains(IdentityType.UID) && !types.contains(IdentityType.EMAIL)) {
      throw new InvalidIdentityException(Violation.USERID_AND_EMAIL_MISSING);
    }
  }

  @Override
  public Optional<String> userId() {
    return Identity.valueIn(identities, IdentityType.UID);
  }

  @Override
  public Optional<String> userEmail() {
    return Identity.valueIn(identities, IdentityType.EMAIL);
  }

  /** Returns nothing: a domain with User Hub gets the name as user data. */
  @Override
  public Optional<String> userName() {
    return Optional.empty();
  }
}
