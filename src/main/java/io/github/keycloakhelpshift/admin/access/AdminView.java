package io.github.keycloakhelpshift.admin.access;

import io.github.keycloakhelpshift.user.Person;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** A user as admins may see them. */
public record AdminView(KeycloakSession session, UserModel user) {

  /**
   * Returns the user without the attributes that Keycloak's own {@code GET users/{id}} leaves out.
   */
  public Person person() {
    Attributes attributes =
        session
            .getProvider(UserProfileProvider.class)
            .create(UserProfileContext.USER_API, user)
            .getAttributes();
    return Person.seenBy(
        attributes.getReadable()::containsKey, session, session.getContext().getRealm(), user);
  }
}
