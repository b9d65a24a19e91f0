package io.github.keycloakhelpshift.admin.preview;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The user of a preview, by one of three values.
 *
 * @param username the exact username
 * @param email the exact email address
 */
public record PreviewQuery(Optional<String> username, Optional<String> email, Optional<String> id) {

  public static PreviewQuery ofId(String id) {
    return new PreviewQuery(Optional.empty(), Optional.empty(), Optional.of(id));
  }

  /** Whether exactly one of the three is present. */
  boolean isClear() {
    return Stream.of(username, email, id).filter(Optional::isPresent).count() == 1;
  }

  /** Returns the users: several only if the realm allows duplicate email addresses. */
  Stream<UserModel> users(KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    if (id.isPresent()) {
      return Stream.ofNullable(session.users().getUserById(realm, id.get()));
    }
    if (username.isPresent()) {
      return Stream.ofNullable(session.users().getUserByUsername(realm, username.get()));
    }
    return realm.isDuplicateEmailsAllowed()
        ? session
            .users()
            .searchForUserStream(
                realm, Map.of(UserModel.EMAIL, email.orElseThrow(), UserModel.EXACT, "true"), 0, 2)
        : Stream.ofNullable(session.users().getUserByEmail(realm, email.orElseThrow()));
  }
}
