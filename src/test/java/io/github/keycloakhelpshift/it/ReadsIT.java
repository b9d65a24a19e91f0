package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.DpopKey;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import io.github.keycloakhelpshift.support.TokenSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
                "{'publicClient': true, 'webOrigins': ['*'], 'directAccessGrantsEnabled': true,"
                    + " 'defaultClientScopes': ['helpshift']}")
            .client(
                "opaque",
                "{'publicClient': true, 'webOrigins': ['null'],"
                    + " 'defaultClientScopes': ['helpshift']}")
            .client(
                "light",
                "{'publicClient': true, 'directAccessGrantsEnabled': true,"
                    + " 'attributes': {'client.use.lightweight.access.token.enabled': true},"
                    + " 'defaultClientScopes': ['basic', 'helpshift']}")
            .client("backend", RealmTemplate.EXCHANGES_TOKENS)
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
    // An old browser without the header.
    "web, , , true",
    "web, , cross-site, false",
    "web, , same-site, false",
    "web, null, , false",
    "web, https://evil.example, , false",
    "web, https://evil.example, same-origin, false",
    "web, http://localhost:3000.evil.example, , false",
    "any, https://evil.example, , false",
    "any, null, , false",
    "opaque, null, , false",
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
  void speaksTheUsersLanguage() {
    TestRealm speaking =
        RealmTemplate.working()
            .with("{'internationalizationEnabled': true, 'supportedLocales': ['en', 'pt-BR']}")
            .attribute("helpshift.language", "locale")
            .user("ann", "{'attributes': {'locale': ['pt-BR']}}")
            .user("bob", "{}")
            .create(realm.server());
    TokenRequest call =
        new TokenRequest(speaking.url() + "/helpshift/web-chat", Map.of(), null).clientId("web");

    assertThat(language(call.bearer(speaking.oidc().login("web", "ann").access())))
        .isEqualTo("pt-br");
    assertThat(language(call.bearer(speaking.oidc().login("web", "bob").access())))
        .isEqualTo("browserDefault");
    assertThat(language(call)).isEqualTo("browserDefault");
    assertThat(
            speaking
                .token()
                .bearer(speaking.oidc().login("web", "ann").access())
                .post()
                .json()
                .at("/user_data/global/preferred_language")
                .asText())
        .isEqualTo("pt");

    speaking.setAttribute("helpshift.widget.language", "de");
    assertThat(language(call)).isEqualTo("de");
    speaking.setAttribute("helpshift.language", "");
    speaking.setAttribute("helpshift.widget.language", "");
    assertThat(language(call)).isEmpty();
  }

  private static String language(TokenRequest call) {
    return call.send("GET").json().at("/helpshiftConfig/language").asText();
  }

  @Test
  void hasFullPrivacyUnlessItIsKnownToBeOff() {
    TestRealm young =
        RealmTemplate.working()
            .attribute("helpshift.full_privacy", "minor")
            .user("ann", "{'attributes': {'minor': ['true']}}")
            .user("bob", "{'attributes': {'minor': ['false']}}")
            .create(realm.server());
    TokenRequest call =
        new TokenRequest(young.url() + "/helpshift/web-chat", Map.of(), null).clientId("web");

    assertThat(hasFullPrivacy(call.bearer(young.oidc().login("web", "ann").access()))).isTrue();
    assertThat(hasFullPrivacy(call.bearer(young.oidc().login("web", "bob").access()))).isFalse();
    assertThat(hasFullPrivacy(call)).as("a visitor").isTrue();
    young.setAttribute("helpshift.full_privacy", "false");
    assertThat(hasFullPrivacy(call)).as("a visitor").isFalse();
  }

  private static boolean hasFullPrivacy(TokenRequest call) {
    return call.send("GET").json().at("/helpshiftConfig/fullPrivacy").asBoolean();
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
    Browser admins = realm.impersonate("ann");
    admins.singleSignOn("web");
    assertNobody(get("web-chat").cookie(admins, "web", RealmTemplate.WEB_ORIGIN));
  }

  @Test
  void isOfNobodyWithoutALoginToThatClient() {
    Browser elsewhere = realm.browser();
    elsewhere.login("plain", "ann");

    assertNobody(get("web-chat").cookie(elsewhere, "web", RealmTemplate.WEB_ORIGIN));
    assertThat(status(get("session").cookie(elsewhere, "web", RealmTemplate.WEB_ORIGIN)))
        .isEqualTo(401);
  }

  /** One access token, a change, and the answer of {@code GET session}. */
  private record Watched(String name, int status, Function<ReadsIT, TokenRequest> call) {
    @Override
    public String toString() {
      return name + ": " + status;
    }
  }

  static Stream<Watched> watched() {
    DpopKey key = new DpopKey();
    return Stream.of(
        new Watched("living", 204, test -> test.watch(test.login().access())),
        new Watched(
            "expired",
            204,
            test ->
                test.watch(
                    Jose.resigned(
                        test.login().access(),
                        claims -> claims.put("exp", claims.get("iat").asLong() - 1)))),
        new Watched(
            "not yet valid",
            401,
            test ->
                test.watch(
                    Jose.resigned(
                        test.login().access(),
                        claims -> claims.put("nbf", claims.get("iat").asLong() + 600)))),
        new Watched(
            "revoked",
            401,
            test -> {
              TokenSet tokens = test.login();
              test.realm.oidc().revoke("web", tokens);
              return test.watch(tokens.access());
            }),
        new Watched(
            "logged out",
            401,
            test -> {
              TokenSet tokens = test.login();
              test.realm.oidc().logout("web", tokens);
              return test.watch(tokens.access());
            }),
        new Watched(
            "only the offline session is left",
            401,
            test -> {
              Browser ann = test.realm.browser();
              TokenSet online = ann.login("web", "ann");
              ann.singleSignOn("web", "openid offline_access");
              test.realm.oidc().logout("web", online);
              return test.watch(online.access());
            }),
        new Watched(
            "bound to a key, without a proof",
            401,
            test -> test.watch(test.realm.oidc().login("web", "ann", key).access())),
        new Watched(
            "bound to a key, with its proof",
            204,
            test -> {
              String access = test.realm.oidc().login("web", "ann", key).access();
              TokenRequest call = test.get("session");
              return call.header("Authorization", "DPoP " + access)
                  .header("DPoP", key.proof("GET", call.url(), access));
            }),
        new Watched(
            "that says who acts for its user",
            401,
            test ->
                test.watch(
                    Jose.resigned(
                        test.login().access(),
                        claims -> claims.putObject("act").put("sub", "somebody")))),
        new Watched(
            "of an impersonated session",
            401,
            test -> test.watch(test.realm.impersonate("ann").singleSignOn("web").access())),
        new Watched(
            "of a service account",
            401,
            test -> test.watch(test.realm.oidc().clientCredentials("backend").access())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("watched")
  void endsAsThePostOfATokenDoes(Watched watched) {
    assertThat(status(watched.call().apply(this))).isEqualTo(watched.status());
  }

  /** An access token that takes another form, or another way, than most. */
  private record UnusualToken(String name, Function<ReadsIT, TokenSet> tokens) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<UnusualToken> unusualTokens() {
    return Stream.of(
        new UnusualToken("without a subject", test -> test.realm.oidc().login("any", "ann")),
        new UnusualToken("lightweight", test -> test.realm.oidc().login("light", "ann")),
        new UnusualToken(
            "exchanged",
            test ->
                test.realm.oidc().exchange("backend", test.realm.oidc().login("backend", "ann"))));
  }

  /** Else a chat that {@code web-chat} starts could not log in, or would be hidden at once. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("unusualTokens")
  void allEndpointsTakeTheSameTokens(UnusualToken unusual) {
    String access = unusual.tokens().apply(this).access();

    JsonNode webChat = get("web-chat").bearer(access).send("GET").orFail().json();

    String uid = realm.userId("ann");
    assertThat(webChat.at("/helpshiftConfig/userId").asText()).isEqualTo(uid);
    assertThat(TokenAnswers.assertIssued(get("token").bearer(access).post()))
        .containsEntry("uid", uid);
    assertThat(status(get("session?sid=" + webChat.get("sid").asText()).bearer(access)))
        .isEqualTo(204);
  }

  private TokenSet login() {
    return realm.oidc().login("web", "ann");
  }

  private TokenRequest watch(String access) {
    return get("session").bearer(access);
  }

  private static int status(TokenRequest call) {
    return call.send("GET").status();
  }

  private static void assertNobody(TokenRequest call) {
    JsonNode webChat = call.send("GET").orFail().json();
    assertThat(webChat.at("/helpshiftConfig/platformId").asText()).isNotEmpty();
    assertThat(webChat.at("/helpshiftConfig").has("userId")).isFalse();
    assertThat(webChat.at("/helpshiftConfig").has("userEmail")).isFalse();
    assertThat(webChat.has("sid")).isFalse();
  }
}
