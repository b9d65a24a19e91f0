package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A realm whose clients have opted in by a client scope, and may have a mapper with settings of
 * their own. It has five identity providers and twenty tags.
 */
final class OptedInRealm {

  private static final String PATH = "/checked";
  private static final String NAME = "helpshift";
  private static final int PROVIDERS = 5;
  private static final int TAGS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AdminClient admin;
  private int clients;

  OptedInRealm(AdminClient admin) {
    this.admin = admin;
    admin.post("", realm());
  }

  /** Keycloak's answer: what is wrong with the realm. */
  JsonNode check() {
    return admin.get(PATH + "/helpshift/check");
  }

  /** Adds clients until there are that many. */
  void addClients(int number) {
    for (; clients < number; clients++) {
      String origin = "https://web-%d.example.com".formatted(clients);
      ObjectNode client = JSON.createObjectNode().put("clientId", "web-" + clients);
      client.put("publicClient", true);
      client.putArray("redirectUris").add(origin + "/*");
      client.putArray("webOrigins").add(origin);
      client.putArray("defaultClientScopes").add(NAME);
      admin.post(PATH + "/clients", client);
    }
  }

  /** Gives each client a mapper with settings of its own. */
  void addSettings() {
    for (String id : clientIds()) {
      ObjectNode mapper = mapper();
      ObjectNode config = (ObjectNode) mapper.required("config");
      config.put("helpshift.widget.position", "bottom-left");
      config.put("helpshift.user_data.app.user_persona", "username");
      config.put("helpshift.tags", tags());
      admin.post(mappers(id), mapper);
    }
  }

  void removeSettings() {
    for (String id : clientIds()) {
      for (JsonNode mapper : admin.get(mappers(id))) {
        admin.delete(mappers(id) + "/" + mapper.required("id").textValue());
      }
    }
  }

  private static String mappers(String client) {
    return PATH + "/clients/" + client + "/protocol-mappers/models";
  }

  private List<String> clientIds() {
    List<String> ids = new ArrayList<>();
    for (JsonNode client : admin.get(PATH + "/clients?search=true&clientId=web-")) {
      ids.add(client.required("id").textValue());
    }
    return ids;
  }

  private static ObjectNode realm() {
    ObjectNode realm = JSON.createObjectNode().put("realm", PATH.substring(1)).put("enabled", true);
    realm
        .putObject("attributes")
        .put("helpshift.domain", "acme")
        .put("helpshift.platform_id", "acme_platform_1")
        .put("helpshift.identity.discord_id", "idp:provider-0")
        .put("helpshift.user_data.global.first_name", "firstName")
        .put("helpshift.tags", tags());
    ArrayNode providers = realm.putArray("identityProviders");
    for (int i = 0; i < PROVIDERS; i++) {
      ObjectNode provider = providers.addObject();
      provider.put("alias", "provider-" + i).put("providerId", "oidc");
      provider.putObject("config").put("clientId", NAME).put("clientSecret", "benchmark-only");
    }
    ArrayNode roles = realm.putObject("roles").putArray("realm");
    IntStream.range(0, TAGS).forEach(i -> roles.addObject().put("name", "role-" + i));
    ObjectNode scope = realm.putArray("clientScopes").addObject();
    scope.put("name", NAME).put("protocol", "openid-connect");
    scope.putArray("protocolMappers").add(mapper());
    ObjectNode secret =
        realm.putObject("components").putArray("org.keycloak.keys.KeyProvider").addObject();
    secret.put("name", NAME).put("providerId", "helpshift-secret");
    secret
        .putObject("config")
        .putArray("secret")
        .add("benchmark-only-benchmark-only-benchmark-only");
    return realm;
  }

  private static ObjectNode mapper() {
    ObjectNode mapper = JSON.createObjectNode().put("name", NAME).put("protocol", "openid-connect");
    mapper.put("protocolMapper", "helpshift-identity-token").putObject("config");
    return mapper;
  }

  private static String tags() {
    return IntStream.range(0, TAGS)
        .mapToObj(i -> "role:role-" + i)
        .collect(Collectors.joining(","));
  }
}
