package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The template of a realm for a test. At first it works: a platform id, a secret, a client scope
 * {@code helpshift} with the protocol mapper, the public client {@code web} and the confidential
 * client {@code backend} that have this scope, the public client {@code plain} that has not, and no
 * user. Its clients have all client scopes that Keycloak gives every client at first, because an
 * import takes the missing ones away one by one, which takes an eighth of its time.
 */
public final class RealmTemplate {

  /** The shared secret of its Helpshift app. */
  public static final String SECRET = "the-shared-secret-of-the-app-that-tests-use-0123456789";

  /** A web origin of its public clients. */
  public static final String WEB_ORIGIN = "http://localhost:3000";

  /** The attributes that let a client exchange its own tokens. */
  public static final String EXCHANGES_TOKENS =
      "{'attributes': {'standard.token.exchange.enabled': 'true'}}";

  /** What lets the client {@code backend} exchange the tokens of another client. */
  public static final String AUDIENCE_BACKEND =
      "{'protocolMappers': [{'name': 'for backend', 'protocol': 'openid-connect',"
          + " 'protocolMapper': 'oidc-audience-mapper', 'config':"
          + " {'included.client.audience': 'backend', 'access.token.claim': 'true'}}]}";

  /** What makes a client one that permissions are for: everybody may open its door. */
  public static final String RESOURCE_SERVER =
      "{'secret': 'guarded', 'serviceAccountsEnabled': true, 'authorizationServicesEnabled': true,"
          + " 'authorizationSettings':"
          + " {'policyEnforcementMode': 'PERMISSIVE', 'resources': [{'name': 'door'}]},"
          + " 'defaultClientScopes': ['basic', 'helpshift']}";

  private static final long CREATED = System.currentTimeMillis();

  private final ObjectNode json = Json.resource("test-realm.json");

  private RealmTemplate() {
    keyProvider("realm key").withArray("privateKey").add(RealmKey.pem());
    keyProvider("helpshift").withArray("secret").add(SECRET);
  }

  public static RealmTemplate working() {
    return new RealmTemplate();
  }

  /** The realm's own members, as in the admin API. */
  public RealmTemplate with(String changes) {
    Json.merge(json, Json.object(changes));
    return this;
  }

  public RealmTemplate attribute(String key, String value) {
    json.withObject("attributes").put(key, value);
    return this;
  }

  /** Adds a user, whose password is the username, or changes an existing one. */
  public RealmTemplate user(String username, String members) {
    ArrayNode users = json.withArray("users");
    ObjectNode user = Json.elementOf(users, "username", username);
    if (!user.has("credentials")) {
      user.put("enabled", true);
      user.withArray("credentials").addObject().put("type", "password").put("value", username);
    }
    Json.merge(user, Json.object(members));
    return this;
  }

  /** Adds a client, or changes an existing one. */
  public RealmTemplate client(String clientId, String members) {
    Json.merge(
        Json.elementOf(json.withArray("clients"), "clientId", clientId), Json.object(members));
    return this;
  }

  /** Gives these client scopes only to those logins of a client that ask for them. */
  public RealmTemplate optionalScopes(String clientId, String... scopes) {
    ObjectNode client = Json.elementOf(json.withArray("clients"), "clientId", clientId);
    for (String scope : scopes) {
      client.withArray("defaultClientScopes").removeIf(given -> given.asText().equals(scope));
      client.withArray("optionalClientScopes").add(scope);
    }
    return this;
  }

  /** Config of the protocol mapper in the client scope {@code helpshift}. */
  public RealmTemplate mapper(String key, String value) {
    ((ObjectNode) json.at("/clientScopes/0/protocolMappers/0/config")).put(key, value);
    return this;
  }

  /** Config of the key provider that holds the secret, as an import brings it. */
  public RealmTemplate secretConfig(String key, String value) {
    keyProvider("helpshift").putArray(key).add(value);
    return this;
  }

  public RealmTemplate withoutSecret() {
    ArrayNode providers = keyProviders();
    for (int i = providers.size() - 1; i >= 0; i--) {
      if (providers.get(i).path("name").asText().equals("helpshift")) {
        providers.remove(i);
      }
    }
    return this;
  }

  /** Returns such a realm: a new one, or one that other tests have used. */
  public TestRealm create(KeycloakServer server) {
    return RealmPool.lend(server, this::named);
  }

  /**
   * Makes one that no other test gets: for changes that {@link TestRealm} does not see, and for
   * numbers that Keycloak does not reset.
   */
  public TestRealm createUnshared(KeycloakServer server) {
    return RealmPool.make(server, this::named);
  }

  /** Makes one with a name of the test's choice. */
  public TestRealm create(KeycloakServer server, String name) {
    return RealmImport.post(server, named(name));
  }

  private ObjectNode named(String name) {
    ObjectNode realm = json.deepCopy().put("realm", name);
    for (JsonNode node : realm.withArray("users")) {
      ObjectNode user = (ObjectNode) node;
      // An import gives a user the roles that it names, and no others.
      user.withArray("realmRoles").add("default-roles-" + name);
      // Older versions leave it out of an import.
      user.put("createdTimestamp", CREATED);
    }
    return realm;
  }

  private ObjectNode keyProvider(String name) {
    return Json.elementOf(keyProviders(), "name", name).withObject("config");
  }

  private ArrayNode keyProviders() {
    return json.withObject("components").withArray("org.keycloak.keys.KeyProvider");
  }
}
