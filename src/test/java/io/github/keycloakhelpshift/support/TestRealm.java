package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An existing realm: tests log in to it and change it. */
public final class TestRealm {

  private final KeycloakServer server;
  private final AdminApi admin;
  private final String name;
  private boolean changed;
  private boolean contentsChanged;
  private RealmContents contents;

  private TestRealm(KeycloakServer server, String name) {
    this.server = server;
    this.admin = server.admin().tellingOfWrites(this::written);
    this.name = name;
  }

  /** A realm that somebody else has made. */
  public static TestRealm existing(KeycloakServer server, String name) {
    return new TestRealm(server, name);
  }

  /** A realm that was made with these contents. */
  static TestRealm made(KeycloakServer server, String name, RealmContents contents) {
    TestRealm realm = new TestRealm(server, name);
    realm.contents = contents;
    return realm;
  }

  private void written(String path) {
    boolean isUser = path.startsWith(path("/users")) && !path.startsWith(path("/users/profile"));
    contentsChanged |= isUser;
    changed |= !isUser;
  }

  /**
   * Whether an admin has changed more than its contents. Logins and the end of sessions do not
   * count.
   */
  boolean isChanged() {
    return changed;
  }

  /**
   * Writes these contents, if it has others, and removes what was recorded.
   *
   * @return false if it cannot have them
   */
  boolean renew(RealmContents wanted) {
    RealmWriter writer = new RealmWriter(this);
    boolean written = contentsChanged ? writer.write(wanted) : writer.write(contents, wanted);
    contents = wanted;
    contentsChanged = false;
    server.admin().delete(path("/events"));
    server.admin().delete(path("/admin-events"));
    return written;
  }

  public String name() {
    return name;
  }

  public KeycloakServer server() {
    return server;
  }

  /** The realm's address, which is also the issuer of its tokens. */
  public String url() {
    return server.url() + "/realms/" + name;
  }

  /** OpenID Connect, as an app speaks it. */
  public Oidc oidc() {
    return new Oidc(url());
  }

  /** What its logins ask for. */
  public LoginRules loginRules() {
    return new LoginRules(this);
  }

  /** A browser of its own. */
  public Browser browser() {
    return new Browser(this);
  }

  /** The endpoint {@code POST token}. */
  public TokenRequest token() {
    return TokenRequest.to(url() + "/helpshift/token");
  }

  // What an admin sees and does

  /** The path of this realm, or of something in it, in the admin API. */
  public String path(String rest) {
    return "/" + name + rest;
  }

  public AdminApi admin() {
    return admin;
  }

  /** Changes of the realm's own members. */
  public void update(String changes) {
    merge(path(""), changes);
  }

  /** Changes one of the realm's Helpshift settings. */
  public void setAttribute(String key, String value) {
    ObjectNode changes = Json.object("{}");
    changes.withObject("attributes").put(key, value);
    merge(server.admin(), path(""), changes);
    contentsChanged = true;
  }

  public String userId(String username) {
    return only(admin.get(
            path("/users?" + Http.encode(Map.of("exact", "true", "username", username)))))
        .get("id")
        .asText();
  }

  /** A browser in which an admin has become that user. */
  public Browser impersonate(String username) {
    return browser()
        .adopt(
            server.admin().post(path("/users/" + userId(username) + "/impersonation"), Map.of()));
  }

  public void updateUser(String username, String changes) {
    merge(path("/users/" + userId(username)), changes);
  }

  public void deleteUser(String username) {
    admin.delete(path("/users/" + userId(username)));
  }

  /** Links a user to an identity provider, which is made if need be. */
  public void link(String username, String alias, String linkedUserId) {
    makeIdentityProvider(alias);
    admin.post(
        path("/users/" + userId(username) + "/federated-identity/" + alias),
        Json.object("{}").put("userId", linkedUserId).put("userName", linkedUserId));
  }

  /** Makes an identity provider, unless that alias exists. */
  public void makeIdentityProvider(String alias) {
    if (admin.send("GET", path("/identity-provider/instances/" + alias)).status() == 404) {
      admin.post(
          path("/identity-provider/instances"),
          Json.object("{'providerId': 'oidc', 'linkOnly': true}")
              .put("alias", alias)
              .set(
                  "config",
                  Json.object(
                      "{'clientId': 'x', 'authorizationUrl': 'http://localhost/a',"
                          + " 'tokenUrl': 'http://localhost/t'}")));
    }
  }

  /**
   * Ends one session; an offline session of the same id lives on. Again, until it is gone: Keycloak
   * keeps a session that a page reads while it is being deleted (keycloak/keycloak#51127).
   */
  public void endSession(String id) {
    String session = path("/sessions/" + id);
    server.admin().delete(session);
    Await.until(
        "the session is gone", () -> server.admin().send("DELETE", session).status() == 404);
  }

  /** Ends all sessions of a user, and with them every token that they have so far. */
  public void logoutUser(String username) {
    server.admin().send("POST", path("/users/" + userId(username) + "/logout")).orFail();
  }

  public String clientUuid(String clientId) {
    return only(admin.get(path("/clients?clientId=" + clientId))).get("id").asText();
  }

  public void updateClient(String clientId, String changes) {
    merge(path("/clients/" + clientUuid(clientId)), changes);
  }

  public String flowId(String alias) {
    return idIn("/authentication/flows", "alias", alias);
  }

  public void updateClientScope(String scope, String changes) {
    merge(path("/client-scopes/" + clientScopeId(scope)), changes);
  }

  public String clientScopeId(String scope) {
    return idIn("/client-scopes", "name", scope);
  }

  /** The id of the one in a list whose member has that value. */
  private String idIn(String list, String member, String value) {
    return stream(admin.get(path(list)))
        .filter(one -> one.get(member).asText().equals(value))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asText();
  }

  /** Limits a client scope to those who have a realm role. */
  public void restrictScope(String scope, String role) {
    admin.post(
        path("/client-scopes/" + clientScopeId(scope) + "/scope-mappings/realm"),
        Json.of(List.of(admin.get(path("/roles/" + role)))));
  }

  /** Lets users of another realm log in to this one. */
  public void broker(String alias, TestRealm home, String config) {
    String endpoints = home.url() + "/protocol/openid-connect";
    ObjectNode settings =
        Json.object(
            "{'clientId': 'backend', 'clientSecret': 'backend', 'defaultScope': 'openid',"
                + " 'clientAuthMethod': 'client_secret_post'}");
    settings
        .put("authorizationUrl", endpoints + "/auth")
        .put("tokenUrl", endpoints + "/token")
        .put("jwksUrl", endpoints + "/certs")
        .put("issuer", home.url())
        .put("useJwksUrl", "true")
        .put("validateSignature", "true");
    Json.merge(settings, Json.object(config));
    admin.post(
        path("/identity-provider/instances"),
        Json.object("{'providerId': 'oidc'}").put("alias", alias).set("config", settings));
    home.updateClient(
        "backend", "{'redirectUris': ['" + url() + "/broker/" + alias + "/endpoint']}");
  }

  /** Config of the protocol mapper in the client scope {@code helpshift}. */
  public void configureMapper(String key, String value) {
    String mappers = mappersPath();
    ObjectNode mapper = (ObjectNode) only(admin.get(mappers));
    mapper.withObject("config").put(key, value);
    server.admin().put(mappers + "/" + mapper.get("id").asText(), mapper);
    contentsChanged = true;
  }

  /** The path of the mappers in the client scope {@code helpshift}. */
  String mappersPath() {
    return path("/client-scopes/" + clientScopeId("helpshift") + "/protocol-mappers/models");
  }

  /** Lets an admin view one user, in a realm with fine-grained admin permissions. */
  public void permitToView(String admin, String user) {
    String authorization =
        path("/clients/" + clientUuid("admin-permissions") + "/authz/resource-server");
    ObjectNode policy = Json.object("{'name': 'the admin'}");
    policy.putArray("users").add(userId(admin));
    this.admin.post(authorization + "/policy/user", policy);
    ObjectNode permission =
        Json.object(
            "{'name': 'may view one user', 'resourceType': 'Users', 'scopes': ['view'],"
                + " 'policies': ['the admin']}");
    permission.putArray("resources").add(userId(user));
    this.admin.post(authorization + "/permission/scope", permission);
  }

  /** The key providers {@code helpshift-secret}, as the admin API shows them. */
  public List<JsonNode> secrets() {
    return stream(admin.get(path("/components?type=org.keycloak.keys.KeyProvider")))
        .filter(one -> one.get("providerId").asText().equals("helpshift-secret"))
        .toList();
  }

  /**
   * Adds a key provider {@code helpshift-secret} as the console does, without a check of the
   * answer.
   */
  public Answer addSecret(String config) {
    ObjectNode component =
        Json.object(
            "{'name': 'one more', 'providerId': 'helpshift-secret',"
                + " 'providerType': 'org.keycloak.keys.KeyProvider'}");
    Json.object(config)
        .properties()
        .forEach(
            entry -> component.withObject("config").putArray(entry.getKey()).add(entry.getValue()));
    contentsChanged = true;
    return server.admin().send("POST", path("/components"), component);
  }

  /** The latest user events, the newest first. */
  public List<JsonNode> events() {
    return stream(admin.get(path("/events"))).toList();
  }

  /** The latest user event of that type. */
  public JsonNode event(String type) {
    return only(admin.get(path("/events?max=1&type=" + type)));
  }

  private void merge(String path, String changes) {
    merge(admin, path, Json.object(changes));
  }

  private static void merge(AdminApi admin, String path, ObjectNode changes) {
    ObjectNode representation = (ObjectNode) admin.get(path);
    Json.merge(representation, changes);
    admin.put(path, representation);
  }

  private static JsonNode only(JsonNode array) {
    if (array.size() != 1) {
      throw new AssertionError("Not one: " + array);
    }
    return array.get(0);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
