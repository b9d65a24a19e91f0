package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;

/**
 * A person's identities, mapped with the settings: those that are sent, and those that are left
 * out, with the reason.
 *
 * @param identities those that are sent, in the order of {@link IdentityType}
 */
public record MappedIdentities(
    List<Identity> identities, List<LeftOut> leftOut, boolean fullPrivacy) {

  /**
   * How many seconds a token's time is in the past. Helpshift accepts a token for 24 hours, and
   * does not say whether it accepts a time that is in the future by its own clock.
   */
  public static final int BACKDATE_SECONDS = 60;

  /**
   * Returns the token, issued now.
   *
   * @throws InvalidIdentityException if neither uid nor email is left
   */
  IdentityToken toToken() {
    Instant issuedAt =
        Instant.ofEpochMilli(Time.currentTimeMillis())
            .truncatedTo(ChronoUnit.SECONDS)
            .minusSeconds(BACKDATE_SECONDS);
    return new IdentityToken(identities, issuedAt, fullPrivacy);
  }

  /** Returns only the uid and the email, which a domain without User Hub knows. */
  MappedIdentities withoutUserHub() {
    List<LeftOut> more = new ArrayList<>(leftOut);
    identities.stream()
        .map(Identity::type)
        .filter(type -> !type.isKnownWithoutUserHub())
        .map(type -> new LeftOut(type, LeftOut.USER_HUB_ONLY, "only domains with User Hub know it"))
        .forEach(more::add);
    return new MappedIdentities(
        identities.stream().filter(one -> one.type().isKnownWithoutUserHub()).toList(),
        List.copyOf(more),
        fullPrivacy);
  }

  /**
   * Returns them for a domain without User Hub.
   *
   * @throws InvalidIdentityException if there is neither a uid nor an email
   */
  VerifiedUser toVerifiedUser(Optional<String> userName) {
    return new VerifiedUser(
        value(IdentityType.UID), value(IdentityType.EMAIL), userName, fullPrivacy);
  }

  /** Returns the value of that identity; empty if it is not sent. */
  public Optional<String> value(IdentityType type) {
    return Identity.valueIn(identities, type);
  }

  /** Returns the stable name of the reason why that identity is not sent. */
  public String reason(IdentityType type) {
    return leftOut.stream()
        .filter(one -> one.type() == type)
        .map(LeftOut::reason)
        .findFirst()
        .orElse(LeftOut.NOT_MAPPED);
  }
}
