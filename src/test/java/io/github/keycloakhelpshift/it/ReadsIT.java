package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who learns by {@code GET web-chat} and {@code GET session} who is signed in. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReadsIT {

  private TestRealm realm;
  private Browser browser;

  @BeforeAll
  void logIn(KeycloakServer server) {
    realm =
        RealmTemplate.working()
            .user("ann", "{'email': 'ann@example.com', 'emailVerified': true}")
            .client(
                "any",
                "{'publicClient': true, 'webOrigins': ['*'],"
                    + " 'defaultClientScopes': ['basic', 'helpshift']}")
            .create(server);
    browser = realm.browser();
    browser.login("web", "ann");
  }

  private TokenRequest get(String endpoint) {
    return new TokenRequest(realm.url() + "/helpshift/" + endpoint, Map.of(), null);
  }

  @ParameterizedTest
  @CsvSource({
    "web, http://localhost:3000,  , true",
    "web, , same-origin, true",
    "web, , none, true",
    // A browser from before the header.
    "web, , , true",
    "web, , cross-site, false",
    "web, , same-site, false",
    "web, null, , false",
    "web, https://evil.example, , false",
    "web, https://evil.example, same-origin, false",
    "web, http://localhost:3000.evil.example, , false",
    "any, https://evil.example, , false",
  })
  void tellsOnlyPagesOfTheClientByTheCookie(
      String clientId, String origin, String site, boolean allowed) {
    for (String endpoint : new String[] {"web-chat", "session"}) {
      TokenRequest call = get(endpoint).cookie(browser).clientId(clientId);
      call = origin == null ? call : call.origin(origin);
      call = site == null ? call : call.header("Sec-Fetch-Site", site);

      Answer answer = call.send("GET");

      if (allowed) {
        assertThat(answer.status()).isBetween(200, 204);
        assertThat(endpoint.equals("session") || answer.body().contains("ann@example.com"))
            .as(answer.body())
            .isTrue();
      } else {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_origin");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
      }
    }
  }

  @Test
  void tellsAForeignPageTheSameWhetherSomebodyIsSignedInOrNot() {
    TokenRequest call = get("web-chat").clientId("web").origin("https://evil.example");

    assertThat(call.cookie(browser).send("GET").body()).isEqualTo(call.send("GET").body());
  }

  @Test
  void isOfNobodyForAServiceAccount() {
    assertNobody(get("web-chat").bearer(realm.oidc().clientCredentials("backend").access()));
  }

  @Test
  void isOfNobodyInAnImpersonatedSession() {
    Answer impersonation =
        realm
            .admin()
            .post(realm.path("/users/" + realm.userId("ann") + "/impersonation"), Map.of());

    assertNobody(
        get("web-chat")
            .cookie(realm.browser().adopt(impersonation), "web", RealmTemplate.WEB_ORIGIN));
  }

  private static void assertNobody(TokenRequest call) {
    JsonNode webChat = call.send("GET").orFail().json();
    assertThat(webChat.at("/helpshiftConfig/platformId").asText()).isNotEmpty();
    assertThat(webChat.at("/helpshiftConfig").has("userId")).isFalse();
    assertThat(webChat.at("/helpshiftConfig").has("userEmail")).isFalse();
    assertThat(webChat.has("sid")).isFalse();
  }
}
