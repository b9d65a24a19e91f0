package io.github.keycloakhelpshift.admin.preview;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whose preview: one of the three.
 *
 * @param username exact
 * @param email exact
 * @param id of the user
 */
public record PreviewQuery(Optional<String> username, Optional<String> email, Optional<String> id) {

  public static PreviewQuery ofId(String id) {
    return new PreviewQuery(Optional.empty(), Optional.empty(), Optional.of(id));
  }

  /** Whether it says whose, and says it once. */
  boolean isClear() {
    return Stream.of(username, email, id).filter(Optional::isPresent).count() == 1;
  }

  /** Several only where the realm lets users share an email address. */
  Stream<UserModel> users(KeycloakSession session, RealmModel realm) {
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
