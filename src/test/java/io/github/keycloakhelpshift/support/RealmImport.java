package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The import of a realm that has client scopes of its own and wants Keycloak's default ones too.
 * The realm's attribute {@code CreateDefaultClientScopes} says so since 26.6; before, a file had to
 * hold them, so they are copied from the realm {@code master}.
 */
public final class RealmImport {

  private RealmImport() {}

  /** Lets Keycloak hash a realm's passwords quickly. */
  public static ObjectNode quick(ObjectNode realm) {
    return realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
  }

  /** Imports a realm, as a {@link #quick} one. */
  public static TestRealm post(KeycloakServer server, ObjectNode realm) {
    AdminApi admin = server.admin();
    if (!KeycloakVersion.isAtLeast("26.6")) {
      addDefaultClientScopes(admin, realm);
    }
    admin.post("", quick(realm));
    return TestRealm.made(
        server, realm.get("realm").asText(), RealmContents.takeFrom(realm.deepCopy()));
  }

  private static void addDefaultClientScopes(AdminApi admin, ObjectNode realm) {
    for (JsonNode scope : admin.get("/master/client-scopes")) {
      ((ObjectNode) scope).remove("id");
      scope.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
      realm.withArray("clientScopes").add(scope);
    }
    Map.of(
            "/master/default-default-client-scopes", "defaultDefaultClientScopes",
            "/master/default-optional-client-scopes", "defaultOptionalClientScopes")
        .forEach(
            (path, member) ->
                admin
                    .get(path)
                    .findValues("name")
                    .forEach(name -> realm.withArray(member).add(name)));
  }
}
