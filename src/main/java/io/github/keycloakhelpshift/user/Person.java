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
 * A user, and the session that they are signed in with.
 *
 * @param userSession the session whose notes are read; empty if they are not signed in
 * @param actedFor whether the access token says that somebody else acts for them
 * @param readable tells whether an attribute of that name may be read; a hidden one is treated as
 *     absent
 */
public record Person(
    KeycloakSession session,
    RealmModel realm,
    UserModel user,
    Optional<UserSessionModel> userSession,
    boolean actedFor,
    Predicate<String> readable) {

  /** Returns a person who is signed in: the settings may use all their attributes. */
  public static Person signedIn(KeycloakSession session, UserSessionModel userSession) {
    return signedIn(session, userSession, false);
  }

  /** Returns a person who is signed in, or for whom somebody else acts. */
  public static Person signedIn(
      KeycloakSession session, UserSessionModel userSession, boolean actedFor) {
    return new Person(
        session,
        userSession.getRealm(),
        userSession.getUser(),
        Optional.of(userSession),
        actedFor,
        attribute -> true);
  }

  /** Returns a user of whom the viewer may read only some attributes. */
  public static Person seenBy(
      Predicate<String> readable, KeycloakSession session, RealmModel realm, UserModel user) {
    return new Person(session, realm, user, Optional.empty(), false, readable);
  }

  /**
   * Returns the value of a source: the first of several, without white space at its ends; empty if
   * it is absent, blank or hidden.
   */
  public Optional<String> value(Source source) {
    return isReadable(source) ? storedValue(source) : Optional.empty();
  }

  /**
   * The source's value for use as an identity; empty if absent or hidden from the viewer.
   *
   * <p>Strips less than {@link #value}: two accounts whose ids differ only in an invisible
   * character must not become one person. It removes only the white space that people type by
   * mistake.
   */
  Optional<String> identity(Source source) {
    if (!isReadable(source)) {
      return Optional.empty();
    }
    return switch (source.kind()) {
      case ATTRIBUTE, NOTE -> stored(source).map(Text::stripTyped);
      case ID, IDENTITY_PROVIDER, NONE -> stored(source);
    };
  }

  /** Whether the source is an attribute with several values, which the viewer may read. */
  boolean hasSeveralValues(Source source) {
    return source.kind() == Source.Kind.ATTRIBUTE
        && isReadable(source)
        && user.getAttributeStream(source.name()).limit(2).count() > 1;
  }

  /** Whether the source has a value that is hidden from the viewer. */
  public boolean isHidden(Source source) {
    return !isReadable(source) && storedValue(source).isPresent();
  }

  /**
   * Whether they are under full privacy. A hidden attribute counts here, because otherwise the rest
   * would be shown.
   */
  boolean isUnder(FullPrivacy fullPrivacy) {
    return fullPrivacy.isOn(source -> protectingValue(source).or(() -> storedValue(source)));
  }

  /**
   * Of several values, one that protects the person. It is undefined which one comes first, and a
   * mistake must not disclose data.
   */
  private Optional<String> protectingValue(Source source) {
    return source.kind() == Source.Kind.ATTRIBUTE
        ? user.getAttributeStream(source.name())
            .map(Text::strip)
            .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("false"))
            .findFirst()
        : Optional.empty();
  }

  private boolean isReadable(Source source) {
    return source.kind() != Source.Kind.ATTRIBUTE || readable.test(source.name());
  }

  private Optional<String> storedValue(Source source) {
    return stored(source).map(Text::strip).filter(text -> !text.isEmpty());
  }

  private Optional<String> stored(Source source) {
    return Optional.ofNullable(
        switch (source.kind()) {
          case ID -> user.getId();
          case IDENTITY_PROVIDER -> linkedUserId(source.name());
          case NOTE -> userSession.map(signedIn -> signedIn.getNote(source.name())).orElse(null);
          case ATTRIBUTE -> user.getFirstAttribute(source.name());
          case NONE -> null;
        });
  }

  private String linkedUserId(String alias) {
    FederatedIdentityModel link = session.users().getFederatedIdentity(realm, user, alias);
    return link == null ? null : link.getUserId();
  }

  /** Whether the text is this user's own address, and Keycloak has verified it. */
  public boolean hasVerifiedEmail(String text) {
    String email = user.getEmail();
    return user.isEmailVerified() && email != null && Text.equalsIgnoringAsciiCase(email, text);
  }
}
