package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.settings.FullPrivacy;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * A user and the session he is signed in with.
 *
 * @param session Keycloak's session of this request
 * @param realm his realm
 * @param user the user
 * @param userSession the session whose notes are read; null where there is none (a preview)
 * @param shown whether his attribute of that name may be shown; a hidden one is as if it were not
 *     there
 */
public record Person(
    KeycloakSession session,
    RealmModel realm,
    UserModel user,
    UserSessionModel userSession,
    Predicate<String> shown) {

  /** A person of whom nothing is hidden: what is made of him is for Helpshift. */
  public Person(
      KeycloakSession session, RealmModel realm, UserModel user, UserSessionModel userSession) {
    this(session, realm, user, userSession, name -> true);
  }

  /**
   * The value at a source: the first of several, without the white space at its ends; empty where
   * there is none, or it is blank or hidden.
   */
  public Optional<String> value(Source source) {
    return isShown(source) ? storedValue(source) : Optional.empty();
  }

  /**
   * What stands at a source as who somebody is; empty where there is none or it is hidden.
   *
   * <p>Not stripped as {@link #value} is: two accounts whose ids differ by an invisible character
   * must not come to be one person. Only what slips in when somebody types an attribute is dropped.
   */
  Optional<String> identity(Source source) {
    if (!isShown(source)) {
      return Optional.empty();
    }
    return switch (source.kind()) {
      case ATTRIBUTE, NOTE -> stored(source).map(Text::stripTyped);
      case ID, IDENTITY_PROVIDER, NONE -> stored(source);
    };
  }

  /** Whether there is a value at a source that may not be shown. */
  public boolean isHidden(Source source) {
    return !isShown(source) && storedValue(source).isPresent();
  }

  /** Whether he is under full privacy; what is hidden counts, or it would give the rest away. */
  boolean isUnder(FullPrivacy fullPrivacy) {
    return fullPrivacy.isOn(this::storedValue);
  }

  private boolean isShown(Source source) {
    return source.kind() != Source.Kind.ATTRIBUTE || shown.test(source.name());
  }

  private Optional<String> storedValue(Source source) {
    return stored(source).map(Text::strip).filter(text -> !text.isEmpty());
  }

  private Optional<String> stored(Source source) {
    return Optional.ofNullable(
        switch (source.kind()) {
          case ID -> user.getId();
          case IDENTITY_PROVIDER -> linkedUserId(source.name());
          case NOTE -> userSession == null ? null : userSession.getNote(source.name());
          case ATTRIBUTE -> user.getFirstAttribute(source.name());
          case NONE -> null;
        });
  }

  private String linkedUserId(String alias) {
    FederatedIdentityModel link = session.users().getFederatedIdentity(realm, user, alias);
    return link == null ? null : link.getUserId();
  }

  /** Whether the text is the address that Keycloak has verified to be this user's. */
  public boolean hasVerifiedEmail(String text) {
    String email = user.getEmail();
    return user.isEmailVerified() && email != null && Text.equalsIgnoringAsciiCase(email, text);
  }
}
