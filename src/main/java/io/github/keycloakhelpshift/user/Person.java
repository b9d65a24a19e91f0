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

  /** The value at a source; empty where there is none, or it is blank or hidden. */
  public Optional<String> value(Source source) {
    return text(source).filter(text -> !text.isEmpty());
  }

  /**
   * What stands at a source, be it blank: the first of several values, without the white space at
   * its ends; empty where there is none or it is hidden.
   */
  Optional<String> text(Source source) {
    return isShown(source) ? stored(source) : Optional.empty();
  }

  /** Whether there is a value at a source that may not be shown. */
  public boolean isHidden(Source source) {
    return !isShown(source) && stored(source).filter(text -> !text.isEmpty()).isPresent();
  }

  /** Whether he is under full privacy; what is hidden counts, or it would give the rest away. */
  boolean isUnder(FullPrivacy fullPrivacy) {
    return fullPrivacy.isOn(source -> stored(source).filter(text -> !text.isEmpty()));
  }

  private boolean isShown(Source source) {
    return source.kind() != Source.Kind.ATTRIBUTE || shown.test(source.name());
  }

  private Optional<String> stored(Source source) {
    String value =
        switch (source.kind()) {
          case ID -> user.getId();
          case IDENTITY_PROVIDER -> linkedUserId(source.name());
          case NOTE -> userSession == null ? null : userSession.getNote(source.name());
          case ATTRIBUTE -> user.getFirstAttribute(source.name());
          case NONE -> null;
        };
    return Optional.ofNullable(value).map(Text::strip);
  }

  private String linkedUserId(String alias) {
    FederatedIdentityModel link = session.users().getFederatedIdentity(realm, user, alias);
    return link == null ? null : link.getUserId();
  }

  /** Whether the text is the address that Keycloak has verified to be this user's. */
  public boolean hasVerifiedEmail(String text) {
    return user.isEmailVerified() && text.equalsIgnoreCase(user.getEmail());
  }
}
