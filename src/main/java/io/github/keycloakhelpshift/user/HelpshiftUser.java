package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.identity.WebChatLanguage;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;

/**
 * A user as Helpshift may know them. This is the only way from a user to their identities, their
 * identity token and their user data.
 */
public final class HelpshiftUser {

  private final Person person;
  private final HelpshiftSettings settings;
  private final MappedIdentities identities;

  /** Maps a person with the settings of the client that they call through. */
  public HelpshiftUser(Person person, HelpshiftSettings settings) {
    this.person = person;
    this.settings = settings;
    this.identities = new IdentityMapper(person, settings).mapped();
  }

  /** Returns why they can't have a token; empty if they can. */
  public Optional<Ineligible> ineligible() {
    return new Eligibility(person).ineligible();
  }

  /**
   * Returns the identities that are sent, those that are left out, and whether full privacy is on.
   */
  public MappedIdentities identities() {
    return identities;
  }

  /**
   * Returns the identities that their way to log in can send: without User Hub only uid and email.
   */
  public MappedIdentities loginIdentities() {
    return settings.login() == LoginMethod.IDENTITIES ? identities : identities.withoutUserHub();
  }

  /** Returns their user data for a recipient: empty under full privacy. */
  public MappedUserData userData(UserDataRecipient recipient) {
    return identities.fullPrivacy()
        ? MappedUserData.NONE
        : new UserDataMapper(person, settings, recipient).mapped();
  }

  /**
   * Returns the token to sign, issued now.
   *
   * @throws IneligibleException if they can't have a token
   * @throws InvalidIdentityException if neither uid nor email is left
   */
  public IdentityToken token() throws IneligibleException {
    requireEligible();
    return identities.toToken();
  }

  /**
   * Returns them for a domain without User Hub, to sign it.
   *
   * @throws IneligibleException if they can't have a token
   * @throws InvalidIdentityException if there is neither a uid nor an email
   */
  public VerifiedUser verifiedUser() throws IneligibleException {
    requireEligible();
    return shownVerifiedUser();
  }

  private void requireEligible() throws IneligibleException {
    Optional<Ineligible> ineligible =
        person.userSession().isEmpty() ? Optional.of(Ineligible.NOT_SIGNED_IN) : ineligible();
    if (ineligible.isPresent()) {
      throw new IneligibleException(ineligible.get());
    }
  }

  /**
   * Returns their name for a domain without User Hub, and why it is left out; empty under full
   * privacy.
   */
  private MappedUserName userName() {
    return identities.fullPrivacy() ? MappedUserName.NONE : MappedUserName.of(person, settings);
  }

  /**
   * Returns the language that Web Chat speaks to them, also under full privacy: their own, or the
   * browser's if theirs is unknown. Empty if Web Chat does not speak theirs, or no setting asks for
   * it.
   */
  public Optional<String> language() {
    return settings
        .language()
        .flatMap(
            source ->
                person
                    .value(source)
                    .map(WebChatLanguage::of)
                    .orElse(Optional.of(WebChatLanguage.BROWSER_DEFAULT)));
  }

  /** Returns why their name is left out; empty if it is not. */
  public Optional<Reason> userNameLeftOut() {
    return userName().leftOut();
  }

  /**
   * Returns them for a domain without User Hub, only to show it.
   *
   * @throws InvalidIdentityException if there is neither a uid nor an email
   */
  public VerifiedUser shownVerifiedUser() {
    return identities.toVerifiedUser(userName().text());
  }

  /**
   * Returns the content of a token, only to show it.
   *
   * @throws InvalidIdentityException if neither uid nor email is left
   */
  public IdentityTokenPayload payload() {
    return new IdentityTokenPayload(identities.toToken());
  }
}
