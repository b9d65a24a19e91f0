package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;

/**
 * Writes the realm that is measured: the demo realm with many users, each with five identities, one
 * of them from a linked identity provider.
 */
final class BenchmarkRealm {

  static final String NAME = "benchmark";
  static final String CLIENT_ID = "web";
  static final String ORIGIN = "http://localhost:3000";
  static final String REDIRECT_URI = ORIGIN + "/";
  static final String PASSWORD = "password";
  static final int IDENTITIES = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchmarkRealm() {}

  static String username(int number) {
    return "user-" + number;
  }

  /** Arguments: the demo realm's file, the file to write, how many users. */
  public static void main(String[] args) throws IOException {
    ObjectNode realm = (ObjectNode) JSON.readTree(new File(args[0]));
    realm.put("realm", NAME);
    // Keycloak's own default. Where events are kept, each token is one INSERT more.
    realm.put("eventsEnabled", false);
    realm.put("adminEventsEnabled", false);
    // Logging in is not what is measured: quick passwords, and tokens that outlive the run.
    realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    for (String lifespan :
        new String[] {"accessTokenLifespan", "ssoSessionIdleTimeout", "ssoSessionMaxLifespan"}) {
      realm.put(lifespan, 36_000);
    }
    ArrayNode users = realm.putArray("users");
    for (int number = 0; number < Integer.parseInt(args[2]); number++) {
      addUser(users.addObject(), number);
    }
    JSON.writeValue(new File(args[1]), realm);
  }

  private static void addUser(ObjectNode user, int number) {
    user.put("username", username(number));
    user.put("enabled", true);
    user.put("email", username(number) + "@example.com");
    user.put("emailVerified", true);
    user.put("firstName", "Pat");
    user.put("lastName", "Player " + number);
    ObjectNode attributes = user.putObject("attributes");
    attributes.putArray("steamId").add(Long.toString(76_561_198_000_000_000L + number));
    attributes.putArray("psnId").add("pat_plays_" + number);
    user.putArray("federatedIdentities")
        .addObject()
        .put("identityProvider", "discord")
        .put("userId", Long.toString(80_351_110_000_000_000L + number))
        .put("userName", "pat" + number);
    user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
    user.putArray("realmRoles").add("default-roles-" + NAME);
  }
}
