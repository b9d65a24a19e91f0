package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.user.Person;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** A user as admins may see him. */
final class SeenByAdmins {

  private SeenByAdmins() {}

  /** Without the attributes that Keycloak's own {@code GET users/{id}} leaves out. */
  static Person of(KeycloakSession session, RealmModel realm, UserModel user) {
    Attributes attributes =
        session
            .getProvider(UserProfileProvider.class)
            .create(UserProfileContext.USER_API, user)
            .getAttributes();
    return new Person(session, realm, user, null, attributes.getReadable()::containsKey);
  }
}
