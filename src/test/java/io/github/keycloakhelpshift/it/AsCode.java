package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.nio.file.Path;
import java.util.Map;

/** The recipes of docs/as-code.md, and what a realm must do after each. */
final class AsCode {

  static final Path FILES = Path.of("src", "demo", "as-code");

  static final String SECRET = "a-secret-from-the-environment-of-the-tool-0123456789";

  /** The environment variables of the recipes. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HELPSHIFT_DOMAIN", "acme",
          "HELPSHIFT_PLATFORM_ID", "acme_platform_1",
          "HELPSHIFT_SECRET", SECRET,
          "APP_URL", "http://localhost:3000");

  private AsCode() {}

  /**
   * Checks that the check finds nothing to do, and that a user of the client {@code web} gets a
   * signed token.
   */
  static void assertWorks(TestRealm realm) {
    JsonNode check = realm.admin().get(realm.path("/helpshift/check"));
    assertThat(check.get("errors").asInt()).as(check.toString()).isZero();
    assertThat(check.get("warnings").asInt()).as(check.toString()).isZero();

    realm
        .admin()
        .post(
            realm.path("/users"),
            Json.object(
                "{'username': 'ada', 'enabled': true, 'email': 'ada@example.com',"
                    + " 'emailVerified': true, 'firstName': 'Ada', 'lastName': 'L',"
                    + " 'credentials': [{'type': 'password', 'value': 'ada'}]}"));
    TokenSet tokens = realm.browser().login("web", "ada");
    String token =
        realm.token().bearer(tokens.access()).post().orFail().json().get("identity_token").asText();
    assertThat(Jose.verified(token, SECRET).at("/identities/0/value").asText())
        .isEqualTo(realm.userId("ada"));
  }
}
