package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which pages can read the answer of {@code POST token}. */
@ExtendWith(KeycloakExtension.class)
class CorsIT {

  private static final String WEB = RealmTemplate.WEB_ORIGIN;
  private static final String STRANGER = "https://evil.example";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

  private final KeycloakServer keycloak;
  private TestRealm realm;

  CorsIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  @BeforeEach
  void createRealm() {
    realm =
        RealmTemplate.working()
            .user("ann", "{}")
            .client(
                "any",
                "{'publicClient': true, 'directAccessGrantsEnabled': true,"
                    + " 'webOrigins': ['*'], 'defaultClientScopes': ['basic', 'helpshift']}")
            .client(
                "same",
                "{'publicClient': true, 'directAccessGrantsEnabled': true,"
                    + " 'redirectUris': ['https://app.example/*'], 'webOrigins': ['+'],"
                    + " 'defaultClientScopes': ['basic', 'helpshift']}")
            .create(keycloak);
  }

  private TokenRequest as(String clientId) {
    return realm.token().bearer(realm.oidc().login(clientId, "ann").access());
  }

  private static void assertReadable(Answer answer, int status, String origin) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header(ALLOW_ORIGIN)).hasValue(origin);
    assertThat(answer.header(ALLOW_CREDENTIALS)).hasValue("true");
  }

  private static void assertUnreadable(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
  }

  @Test
  void aWebOriginOfTheClientMayRead() {
    assertReadable(as("web").origin(WEB).post(), 200, WEB);
  }

  @Test
  void aWebOriginFromTheRedirectUrisMayRead() {
    assertReadable(as("same").origin("https://app.example").post(), 200, "https://app.example");
  }

  @Test
  void anyOriginMayReadWhereTheClientSaysSo() {
    assertReadable(as("any").origin(STRANGER).post(), 200, STRANGER);
  }

  @Test
  void keycloaksOwnOriginMayCall() {
    assertThat(as("web").origin(keycloak.url().toString()).post().status()).isEqualTo(200);
  }

  @Test
  void noOriginNeedsNoHeaders() {
    assertUnreadable(as("web").post(), 200);
  }

  @Test
  void aStrangerMayNotRead() {
    Answer answer = as("web").origin(STRANGER).post();

    assertRefused(answer, 403, "invalid_origin");
    assertUnreadable(answer, 403);
  }

  @Test
  void aStrangerMayNotReadByTheCookie() {
    Browser browser = realm.browser();
    browser.login("web", "ann");

    assertUnreadable(realm.token().cookie(browser, "web", STRANGER).post(), 403);
    assertReadable(realm.token().cookie(browser, "web", WEB).post(), 200, WEB);
  }

  @Test
  void aStrangerDoesNotLearnWhetherAnyoneIsSignedIn() {
    assertUnreadable(realm.token().clientId("web").origin(STRANGER).post(), 403);
  }

  @Test
  void thePageMayReadWhyItWasRefused() {
    assertReadable(as("web").origin(WEB).json("{\"userId\": \"x\"}").post(), 409, WEB);
    assertReadable(as("plain").origin(WEB).post(), 403, WEB);
    assertReadable(realm.token().clientId("web").origin(WEB).post(), 401, WEB);
  }

  @Test
  void anyPageMayReadThatItsTokenIsWrong() {
    Answer answer = realm.token().bearer("x.y.z").origin(WEB).post();

    assertReadable(answer, 401, WEB);
    assertThat(answer.header("Access-Control-Expose-Headers").orElse(""))
        .contains("WWW-Authenticate", "Retry-After");
  }

  @Test
  void preflightOfAnAllowedOrigin() {
    for (TokenRequest call : List.of(realm.token(), realm.token().clientId("web"))) {
      Answer answer = call.origin(WEB).preflight();

      assertReadable(answer, 200, WEB);
      assertThat(answer.header("Access-Control-Allow-Methods").orElse("")).contains("POST");
      assertThat(answer.header("Access-Control-Allow-Headers").orElse(""))
          .containsIgnoringCase("authorization")
          .containsIgnoringCase("content-type")
          .containsIgnoringCase("dpop");
    }
  }

  @Test
  void preflightOfAForeignOrigin() {
    assertUnreadable(realm.token().clientId("web").origin(STRANGER).preflight(), 403);
    assertUnreadable(realm.token().clientId("nobody").origin(WEB).preflight(), 400);
    assertReadable(realm.token().clientId("any").origin(STRANGER).preflight(), 200, STRANGER);
  }
}
