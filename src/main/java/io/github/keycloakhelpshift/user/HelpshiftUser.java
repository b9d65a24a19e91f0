package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import java.util.Optional;

/**
 * What Helpshift may be told of a user: the only way from a user to their identities, their
 * identity token and their user data.
 */
public final class HelpshiftUser {

  private final Person person;
  private final HelpshiftSettings settings;
  private final MappedIdentities identities;

  /** Maps a person by the settings of the client that they call through. */
  public HelpshiftUser(Person person, HelpshiftSettings settings) {
    this.person = person;
    this.settings = settings;
    this.identities = MappedIdentities.of(person, settings);
  }

  /** Why they may have no token; empty where they may. */
  public Optional<Ineligible> ineligible() {
    return Ineligible.check(person);
  }

  /** Their identities, those among them that are not sent, and whether full privacy is on. */
  public MappedIdentities identities() {
    return identities;
  }

  /** Their user data: none under full privacy. */
  public MappedUserData userData() {
    return identities.fullPrivacy() ? MappedUserData.NONE : MappedUserData.of(person, settings);
  }

  /**
   * The token to sign, as of now.
   *
   * @throws IneligibleException if they may have none
   * @throws InvalidIdentityException if neither uid nor email is left
   */
  public IdentityToken token() throws IneligibleException {
    Optional<Ineligible> ineligible =
        person.userSession().isEmpty() ? Optional.of(Ineligible.NOT_SIGNED_IN) : ineligible();
    if (ineligible.isPresent()) {
      throw new IneligibleException(ineligible.get());
    }
    return identities.toToken();
  }

  /**
   * What a token would say, to be shown and not to be signed.
   *
   * @throws InvalidIdentityException if neither uid nor email is left
   */
  public IdentityTokenPayload payload() {
    return IdentityTokenPayload.of(identities.toToken());
  }
}
