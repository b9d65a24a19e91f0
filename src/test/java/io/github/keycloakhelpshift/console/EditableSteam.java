package io.github.keycloakhelpshift.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.TestRealm;

/** A user profile in which users can edit {@code steam}, and have any name. */
final class EditableSteam {

  private EditableSteam() {}

  /** Gives it to a realm. Keycloak's own profile refuses markup in names; a realm may allow it. */
  static void in(TestRealm realm) {
    String path = realm.path("/users/profile");
    ObjectNode profile = (ObjectNode) realm.admin().get(path);
    profile.get("attributes").forEach(attribute -> ((ObjectNode) attribute).remove("validations"));
    profile
        .withArray("attributes")
        .add(
            Json.object(
                "{'name': 'steam', 'permissions': {'view': ['admin', 'user'],"
                    + " 'edit': ['admin', 'user']}, 'multivalued': false}"));
    realm.admin().put(path, profile);
  }
}
