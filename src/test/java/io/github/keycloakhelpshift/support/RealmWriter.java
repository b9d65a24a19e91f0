package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes contents into an existing realm, in place of those that it has. */
record RealmWriter(TestRealm realm) {

  /**
   * Writes what differs.
   *
   * @return false if Keycloak refuses some of it: only an import can bring what is invalid
   */
  boolean write(RealmContents had, RealmContents wanted) {
    if (!wanted.settings().equals(had.settings())) {
      writeSettings(wanted.settings());
    }
    if (!wanted.users().equals(had.users())) {
      writeUsers(wanted.users());
    }
    return (wanted.secrets().equals(had.secrets()) || writeSecrets(wanted.secrets()))
        && (wanted.mapper().equals(had.mapper()) || writeMapper(wanted.mapper()));
  }

  /** Writes all. */
  boolean write(RealmContents wanted) {
    writeSettings(wanted.settings());
    writeUsers(wanted.users());
    return writeSecrets(wanted.secrets()) && writeMapper(wanted.mapper());
  }

  private void writeSettings(ObjectNode settings) {
    ObjectNode members = (ObjectNode) admin().get(realm.path(""));
    ObjectNode attributes = members.withObject("attributes");
    attributes.properties().removeIf(attribute -> RealmContents.isSetting(attribute.getKey()));
    attributes.setAll(settings);
    admin().put(realm.path(""), members);
  }

  private void writeUsers(ArrayNode users) {
    for (JsonNode user : admin().get(realm.path("/users?briefRepresentation=true&max=1000"))) {
      admin().delete(realm.path("/users/" + user.get("id").asText()));
    }
    ObjectNode resources = Json.object("{'ifResourceExists': 'FAIL'}");
    resources.set("users", users);
    admin().post(realm.path("/partialImport"), resources);
  }

  private boolean writeSecrets(ArrayNode secrets) {
    for (JsonNode secret : realm.secrets()) {
      admin().delete(realm.path("/components/" + secret.get("id").asText()));
    }
    boolean written = true;
    for (JsonNode secret : secrets) {
      ObjectNode component = secret.deepCopy();
      component.put("providerType", "org.keycloak.keys.KeyProvider");
      written &= admin().send("POST", realm.path("/components"), component).status() < 400;
    }
    return written;
  }

  private boolean writeMapper(ObjectNode config) {
    String mappers = realm.mappersPath();
    JsonNode all = admin().get(mappers);
    ObjectNode mapper = (ObjectNode) all.get(0);
    mapper.set("config", config);
    return all.size() == 1
        && admin().send("PUT", mappers + "/" + mapper.get("id").asText(), mapper).status() < 400;
  }

  /** An admin whose writes do not count as changes by a test. */
  private AdminApi admin() {
    return realm.server().admin();
  }
}
