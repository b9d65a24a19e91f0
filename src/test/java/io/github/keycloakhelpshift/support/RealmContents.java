package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one test after the other can write into the same realm, in a tenth of the time of a new one.
 *
 * @param settings the realm's attributes that are ours
 * @param mapper the config of the protocol mapper in the client scope {@code helpshift}
 * @param secrets the key providers {@code helpshift-secret}
 * @param users as an import takes them
 */
record RealmContents(ObjectNode settings, ObjectNode mapper, ArrayNode secrets, ArrayNode users) {

  /** Takes them out of a realm as an import takes it. */
  static RealmContents takeFrom(ObjectNode realm) {
    ObjectNode components = realm.withObject("components");
    return new RealmContents(
        takeSettings(realm.withObject("attributes")),
        takeMapper(realm.withArray("clientScopes")),
        take(
            components.withArray("org.keycloak.keys.KeyProvider"),
            provider -> provider.path("providerId").asText().equals("helpshift-secret")),
        // The user of a service account comes and goes with its client.
        take(realm.withArray("users"), user -> !user.has("serviceAccountClientId")));
  }

  static boolean isSetting(String attribute) {
    return attribute.startsWith("helpshift.");
  }

  private static ObjectNode takeSettings(ObjectNode attributes) {
    ObjectNode settings = attributes.objectNode();
    for (Map.Entry<String, JsonNode> attribute : attributes.deepCopy().properties()) {
      if (isSetting(attribute.getKey())) {
        settings.set(attribute.getKey(), attributes.remove(attribute.getKey()));
      }
    }
    return settings;
  }

  private static ObjectNode takeMapper(ArrayNode scopes) {
    ObjectNode mapper =
        (ObjectNode)
            Json.elementOf(scopes, "name", "helpshift").withArray("protocolMappers").path(0);
    ObjectNode config = mapper.withObject("config");
    mapper.remove("config");
    return config;
  }

  private static ArrayNode take(ArrayNode all, Predicate<JsonNode> wanted) {
    ArrayNode taken = all.arrayNode();
    for (Iterator<JsonNode> rest = all.iterator(); rest.hasNext(); ) {
      JsonNode one = rest.next();
      if (wanted.test(one)) {
        taken.add(one);
        rest.remove();
      }
    }
    return taken;
  }
}
