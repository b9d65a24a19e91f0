package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;

/**
 * Writes the realm that is measured, the demo realm with other sources and clients, and what the
 * service that stands beside it has to know. {@link UserTables} makes the users.
 */
final class BenchmarkRealm {

  static final String NAME = "benchmark";
  static final String ORIGIN = "http://localhost:3000";
  static final String REDIRECT_URI = ORIGIN + "/";

  /** The client whose access tokens carry what a service needs. */
  static final String SERVICE_CLIENT_ID = "service";

  private static final String DEMO_CLIENT_ID = "web";
  private static final String IDENTITY_SETTING = "helpshift.identity.";
  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchmarkRealm() {}

  static String clientId(int number) {
    return "web-" + number;
  }

  /**
   * Arguments: the demo realm's file, the realm's file to write, the service's, and how many
   * seconds an access token is good for.
   */
  public static void main(String[] args) throws IOException {
    Configuration configuration = Configuration.given();
    Sources sources = new Sources(configuration.sources());
    ObjectNode realm = (ObjectNode) JSON.readTree(new File(args[0]));
    realm.put("realm", NAME);
    // Keycloak's own default. Where events are kept, each token is one INSERT more.
    realm.put("eventsEnabled", false);
    realm.put("adminEventsEnabled", false);
    // Logging in is not what is measured: quick passwords, and sessions that outlive the run.
    realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    realm.put("ssoSessionIdleTimeout", 36_000);
    realm.put("ssoSessionMaxLifespan", 36_000);
    realm.put("accessTokenLifespan", Integer.parseInt(args[3]));
    ObjectNode attributes = (ObjectNode) realm.required("attributes");
    attributes.properties().removeIf(entry -> entry.getKey().startsWith(IDENTITY_SETTING));
    // Only the demo's server option allows its simulator's address.
    attributes.remove("helpshift.web_chat_url");
    sources.settings().forEach((key, source) -> attributes.put("helpshift." + key, source));
    addClients((ArrayNode) realm.required("clients"), configuration.clients(), sources);
    realm.remove("users");
    JSON.writeValue(new File(args[1]), realm);

    ObjectNode service = JSON.createObjectNode();
    service.put("clientId", SERVICE_CLIENT_ID);
    service.put("secret", secret(realm));
    ObjectNode claims = service.putObject("claims");
    sources.claims().forEach(claims::put);
    JSON.writeValue(new File(args[2]), service);
  }

  private static void addClients(ArrayNode clients, int number, Sources sources) {
    ObjectNode demo = null;
    for (int i = 0; i < clients.size(); i++) {
      if (clients.get(i).required("clientId").textValue().equals(DEMO_CLIENT_ID)) {
        demo = (ObjectNode) clients.get(i);
      }
    }
    for (int i = 0; i < number; i++) {
      clients.add(demo.deepCopy().put("clientId", clientId(i)));
    }
    ObjectNode service = demo.deepCopy().put("clientId", SERVICE_CLIENT_ID);
    clients.add(service);
    ArrayNode mappers = service.putArray("protocolMappers");
    for (String attribute : sources.attributes()) {
      mappers
          .addObject()
          .put("name", attribute)
          .put("protocol", "openid-connect")
          .put("protocolMapper", "oidc-usermodel-attribute-mapper")
          .putObject("config")
          .put("user.attribute", attribute)
          .put("claim.name", attribute)
          .put("access.token.claim", "true");
    }
  }

  private static String secret(ObjectNode realm) {
    return realm.at("/components/org.keycloak.keys.KeyProvider/0/config/secret/0").textValue();
  }
}
