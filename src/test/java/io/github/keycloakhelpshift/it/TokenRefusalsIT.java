package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.DpopKey;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.SinceKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import io.github.keycloakhelpshift.support.TokenSet;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reason to refuse {@code POST token}: the status, the {@code error}, the form of the answer
 * and the user event. No answer contains a token.
 */
@ExtendWith(KeycloakExtension.class)
class TokenRefusalsIT {

  private static final String WEB = RealmTemplate.WEB_ORIGIN;
  private static final String STRANGER = "https://evil.example";
  private static final String CLIENT_ROLES = "client-roles";

  /**
   * One row.
   *
   * @param given the realm, changed
   * @param call what happens there, including the call that is refused
   */
  private record Row(
      String name,
      int status,
      String error,
      UnaryOperator<RealmTemplate> given,
      Function<TestRealm, TokenRequest> call) {
    @Override
    public String toString() {
      return name + ": " + status + " " + error;
    }
  }

  private static Row row(
      String name, int status, String error, Function<TestRealm, TokenRequest> call) {
    return new Row(name, status, error, template -> template, call);
  }

  private static Row row(
      String name,
      int status,
      String error,
      UnaryOperator<RealmTemplate> given,
      Function<TestRealm, TokenRequest> call) {
    return new Row(name, status, error, given, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "nobody",
    "wrongTokens",
    "endedSessions",
    "boundTokens",
    "clients",
    "otherClients",
    "noPersons",
    "cookies",
    "origins",
    "bodies",
    "realms"
  })
  void refuses(Row row, KeycloakServer keycloak) {
    TestRealm realm =
        row.given()
            .apply(
                RealmTemplate.working()
                    .user("ann", "{'email': 'ann@example.com', 'emailVerified': true}")
                    .user("bob", "{'email': 'bob@example.com', 'emailVerified': true}"))
            .create(keycloak);

    Answer answer = row.call().apply(realm).post();

    assertRefused(answer, row.status(), row.error());
    assertEvent(realm, row.error());
  }

  @Test
  @DisplayName("a body without a declared length that names another user is compared, too")
  void comparesABodyOfUntoldLength(KeycloakServer keycloak) {
    TestRealm realm = RealmTemplate.working().user("ann", "{}").user("bob", "{}").create(keycloak);

    Answer answer =
        realm
            .token()
            .bearer(access(realm))
            .json("{\"userId\": \"" + realm.userId("bob") + "\"}")
            .postInChunks();

    assertRefused(answer, 409, "CONFIG_JWT_USER_ID_MISMATCH");
  }

  /** What docs/security.md warns of; the row of {@link #noPersons} is how to forbid it. */
  @Test
  @DisplayName("an impersonation that another realm does not tell of is a login like any other")
  void untoldImpersonationIsALogin(KeycloakServer keycloak) {
    TestRealm realm = RealmTemplate.working().create(keycloak);

    assertIssued(realm.token().bearer(impersonatedAt(homeOf(realm), realm).access()).post());
  }

  @Test
  @SinceKeycloak(
      value = "26.6",
      because = "it had no policy that takes scopes from exchanged tokens")
  void refusesATokenThatAPolicyHasDownscoped(KeycloakServer keycloak) {
    TestRealm realm =
        RealmTemplate.working()
            .user("ann", "{}")
            .client("backend", RealmTemplate.EXCHANGES_TOKENS)
            .client("plain", RealmTemplate.AUDIENCE_BACKEND)
            .create(keycloak);
    TokenSet plain = realm.oidc().login("plain", "ann");
    assertIssued(realm.token().bearer(realm.oidc().exchange("backend", plain).access()).post());
    realm.loginRules().policy("any-client", "{}", "downscope-assertion-grant-enforcer", "{}");

    TokenSet downscoped = realm.oidc().exchange("backend", plain);

    assertThat(Jose.payload(downscoped.access()).get("scope").asText()).doesNotContain("helpshift");
    assertRefused(realm.token().bearer(downscoped.access()).post(), 403, "insufficient_scope");
  }

  private static void assertEvent(TestRealm realm, String error) {
    JsonNode event = realm.event("TOKEN_EXCHANGE_ERROR");
    assertThat(event.get("error").asText()).isEqualTo(error);
    assertThat(event.at("/details/token_type").asText()).isEqualTo("helpshift-identity-token");
    assertThat(event.at("/details/reason").asText()).isNotBlank();
    assertThat(event.get("details").toString()).doesNotContain("@example.com", "eyJ");
  }

  static Stream<Row> nobody() {
    return Stream.of(
        row("no credentials", 401, "login_required", TestRealm::token),
        row(
            "no credentials, client named",
            401,
            "login_required",
            realm -> realm.token().clientId("web").origin(WEB)),
        row(
            "access token in the address",
            401,
            "login_required",
            realm -> {
              TokenRequest call = realm.token();
              return new TokenRequest(
                  call.url() + "?access_token=" + access(realm), call.headers(), call.body());
            }));
  }

  static Stream<Row> wrongTokens() {
    return Stream.of(
        invalid("no token behind Bearer", realm -> realm.token().header("Authorization", "Bearer")),
        invalid("another scheme", realm -> realm.token().header("Authorization", "Basic YTpi")),
        invalid("malformed token", realm -> realm.token().bearer("not.a.token")),
        invalid(
            "expired",
            realm ->
                realm
                    .token()
                    .bearer(Jose.resigned(access(realm), claims -> claims.put("exp", now() - 1)))),
        invalid(
            "not yet valid",
            realm ->
                realm
                    .token()
                    .bearer(
                        Jose.resigned(access(realm), claims -> claims.put("nbf", now() + 600)))),
        invalid(
            "of another realm, with the same key",
            realm ->
                realm
                    .token()
                    .bearer(
                        access(RealmTemplate.working().user("ann", "{}").create(realm.server())))),
        invalid(
            "of another issuer",
            realm ->
                realm
                    .token()
                    .bearer(Jose.resigned(access(realm), claims -> claims.put("iss", STRANGER)))),
        invalid(
            "tampered with",
            realm ->
                realm
                    .token()
                    .bearer(
                        Jose.tampered(
                            access(realm), claims -> claims.put("sub", realm.userId("bob"))))),
        invalid(
            "signed by a stranger",
            realm -> realm.token().bearer(Jose.signedByStranger(access(realm)))),
        invalid(
            "signed by HMAC with the public key",
            realm -> realm.token().bearer(Jose.signedByPublicKey(access(realm)))),
        invalid("alg none", realm -> realm.token().bearer(Jose.unsigned(access(realm)))),
        invalid("no alg", realm -> realm.token().bearer(Jose.withHeader(access(realm), "{}"))),
        invalid("no header", realm -> realm.token().bearer(Jose.withHeader(access(realm), "null"))),
        invalid(
            "without an id",
            realm ->
                realm.token().bearer(Jose.resigned(access(realm), claims -> claims.remove("jti")))),
        invalid(
            "without the time it was issued at",
            realm ->
                realm.token().bearer(Jose.resigned(access(realm), claims -> claims.remove("iat")))),
        invalid("a refresh token", realm -> realm.token().bearer(login(realm).refresh())),
        invalid("an ID token", realm -> realm.token().bearer(login(realm).id())),
        invalid(
            "revoked",
            realm -> {
              TokenSet tokens = login(realm);
              realm.oidc().revoke("web", tokens);
              return realm.token().bearer(tokens.access());
            }),
        invalid(
            "the identity token itself",
            realm ->
                realm
                    .token()
                    .bearer(
                        realm
                            .token()
                            .bearer(access(realm))
                            .accept("application/jwt")
                            .post()
                            .body())));
  }

  static Stream<Row> endedSessions() {
    return Stream.of(
        invalid(
            "of no session that could end",
            realm -> realm.token().bearer(stateless(access(realm)))),
        invalidAfter("logout", (realm, tokens) -> realm.oidc().logout("web", tokens)),
        invalidAfter(
            "an admin's end of the session",
            (realm, tokens) -> realm.endSession(Jose.payload(tokens.access()).get("sid").asText())),
        invalidAfter("an admin's logout", (realm, tokens) -> realm.logoutUser("ann")),
        invalidAfter(
            "the session's end",
            (realm, tokens) -> {
              realm.update("{'ssoSessionMaxLifespan': 1}");
              awaitRefusal(realm.token().bearer(tokens.access()));
            }),
        invalidAfter(
            "idle time",
            (realm, tokens) -> {
              realm.update("{'ssoSessionIdleTimeout': 1}");
              awaitRefusal(realm.token().bearer(tokens.access()));
            }),
        invalidAfter(
            "the user was disabled",
            (realm, tokens) -> realm.updateUser("ann", "{'enabled': false}")),
        invalidAfter("the user was deleted", (realm, tokens) -> realm.deleteUser("ann")),
        row(
            "token: before the user's not-before",
            401,
            "invalid_token",
            template -> template.user("nina", "{'notBefore': " + (now() + 600) + "}"),
            realm -> realm.token().bearer(realm.oidc().login("web", "nina").access())),
        invalidAfter(
            "the realm's not-before",
            (realm, tokens) -> realm.update("{'notBefore': " + (now() + 60) + "}")),
        invalidAfter(
            "the client's not-before",
            (realm, tokens) -> realm.updateClient("web", "{'notBefore': " + (now() + 60) + "}")),
        invalidAfter(
            "the client was disabled",
            (realm, tokens) -> realm.updateClient("web", "{'enabled': false}")),
        invalidAfter(
            "the client was deleted",
            (realm, tokens) ->
                realm.admin().delete(realm.path("/clients/" + realm.clientUuid("web")))));
  }

  static Stream<Row> boundTokens() {
    DpopKey key = new DpopKey();
    return Stream.of(
        invalid("DPoP-bound, as a bearer token", realm -> realm.token().bearer(bound(realm, key))),
        invalid(
            "DPoP-bound, without a proof",
            realm -> realm.token().header("Authorization", "DPoP " + bound(realm, key))),
        invalid(
            "DPoP-bound, with another key's proof",
            realm -> realm.token().dpop(bound(realm, key), new DpopKey())),
        invalid(
            "DPoP-bound, with the proof for another address",
            realm -> {
              String access = bound(realm, key);
              return realm
                  .token()
                  .dpop(access, key)
                  .header("DPoP", key.proof("POST", realm.url() + "/elsewhere", access));
            }),
        invalid(
            "DPoP-bound, with the proof for another token",
            realm -> {
              TokenRequest call = realm.token().dpop(bound(realm, key), key);
              return call.header("DPoP", key.proof("POST", call.url(), "another"));
            }),
        invalid(
            "DPoP-bound, with a proof that was used before",
            realm -> {
              TokenRequest call = realm.token().dpop(bound(realm, key), key);
              assertIssued(call.post());
              return call;
            }));
  }

  static Stream<Row> clients() {
    return Stream.of(
        row(
            "client without the mapper",
            403,
            "unauthorized_client",
            realm -> realm.token().bearer(realm.oidc().login("plain", "ann").access())),
        row(
            "client without the mapper, cookie",
            403,
            "unauthorized_client",
            realm -> realm.token().cookie(loggedIn(realm, "plain"), "plain", WEB)),
        row(
            "scope not granted",
            403,
            "insufficient_scope",
            TokenRefusalsIT::optionalScope,
            realm -> realm.token().bearer(access(realm))),
        row(
            "scope not granted, cookie",
            403,
            "insufficient_scope",
            TokenRefusalsIT::optionalScope,
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", WEB)),
        row(
            "consent that the user has not given, cookie",
            403,
            "insufficient_scope",
            cookieOfLogin("web", TokenRefusalsIT::askForConsent)),
        row(
            "consent that the user has not given, token",
            403,
            "insufficient_scope",
            realm -> {
              String access = access(realm);
              askForConsent(realm);
              return realm.token().bearer(access);
            }),
        row(
            "a token that was granted less than its login",
            403,
            "insufficient_scope",
            realm ->
                realm
                    .token()
                    .bearer(
                        Jose.resigned(
                            access(realm), claims -> claims.put("scope", "openid email")))),
        row(
            "a token that was granted a scope of nearly that name",
            403,
            "insufficient_scope",
            realm ->
                realm
                    .token()
                    .bearer(
                        Jose.resigned(
                            access(realm), claims -> claims.put("scope", "openid helpshift2")))),
        row(
            "scope for a role that the user has not",
            403,
            "insufficient_scope",
            template -> template.with("{'roles': {'realm': [{'name': 'vip'}]}}"),
            realm -> {
              realm.restrictScope("helpshift", "vip");
              return realm.token().bearer(access(realm));
            }));
  }

  /**
   * With the cookie of a login to another client, for everything that a login to this one would ask
   * for.
   */
  static Stream<Row> otherClients() {
    return Stream.of(
            otherClient("nothing more", realm -> {}),
            otherClient(
                "a flow of its own",
                realm ->
                    realm.updateClient(
                        "web",
                        "{'authenticationFlowBindingOverrides': {'browser': '%s'}}"
                            .formatted(realm.flowId("browser")))),
            otherClient(
                "a level",
                realm ->
                    realm.updateClient(
                        "web",
                        "{'attributes': {'acr.loa.map': '{\"gold\": 2}', 'minimum.acr.value': 'gold'}}")),
            otherClient(
                "a required action",
                realm -> realm.updateUser("ann", "{'requiredActions': ['UPDATE_PASSWORD']}")),
            otherClient("consent", TokenRefusalsIT::askForConsent),
            otherClient(
                "a flow that it has not",
                realm -> realm.updateClient("web", "{'bearerOnly': true}")),
            otherClient(
                "the standard flow, which is off",
                realm -> realm.updateClient("web", "{'standardFlowEnabled': false}")),
            otherClient(
                "a verified address",
                realm -> {
                  realm.updateUser("ann", "{'emailVerified': false}");
                  realm.update("{'verifyEmail': true}");
                }),
            deniedBy("what a client policy rejects", TokenRefusalsIT::rejectStrictClients),
            deniedBy(
                "a flow that a client policy chose", TokenRefusalsIT::denyByFlowOfStrictClients),
            deniedBy("a role that the realm's flow denies", TokenRefusalsIT::denyRoleInBrowserFlow))
        .map(
            asked ->
                row(
                    "cookie of another client's login, where this one asks for " + asked.name(),
                    401,
                    "login_required",
                    cookieOfLogin("plain", asked.change())));
  }

  private record OtherClient(String name, Consumer<TestRealm> change) {}

  private static OtherClient otherClient(String name, Consumer<TestRealm> change) {
    return new OtherClient(name, change);
  }

  /** As {@link #otherClient}, where Keycloak itself denies the login to this client. */
  private static OtherClient deniedBy(String name, Consumer<TestRealm> change) {
    return otherClient(
        name,
        realm -> {
          Browser browser = loggedIn(realm, "plain");
          change.accept(realm);
          assertThatThrownBy(() -> browser.singleSignOn("web")).hasMessageStartingWith("No login");
        });
  }

  /** Every request of a client with that role is rejected. */
  private static void rejectStrictClients(TestRealm realm) {
    addRoleOfStrictClients(realm);
    realm.loginRules().policy(CLIENT_ROLES, "{'roles': ['strict']}", "reject-request", "{}");
  }

  /** The policy chooses the flow of clients with that role, and this flow lets nobody in. */
  private static void denyByFlowOfStrictClients(TestRealm realm) {
    addRoleOfStrictClients(realm);
    realm.loginRules().addDenyingFlow("nobody");
    realm
        .loginRules()
        .policy(
            CLIENT_ROLES,
            "{'roles': ['strict']}",
            "auth-flow-enforcer",
            "{'auth-flow-alias': 'nobody'}");
  }

  private static void addRoleOfStrictClients(TestRealm realm) {
    realm
        .admin()
        .post(
            realm.path("/clients/" + realm.clientUuid("web") + "/roles"),
            Json.object("{'name': 'strict'}"));
  }

  /** From now on the realm's own flow lets in nobody with a role that everybody has. */
  private static void denyRoleInBrowserFlow(TestRealm realm) {
    realm.loginRules().addFlowDenying("default-roles-" + realm.name(), "strict browser");
    realm.update("{'browserFlow': 'strict browser'}");
  }

  private static void askForConsent(TestRealm realm) {
    realm.updateClientScope("helpshift", "{'attributes': {'display.on.consent.screen': 'true'}}");
    realm.updateClient("web", "{'consentRequired': true}");
  }

  static Stream<Row> noPersons() {
    return Stream.of(
        row(
            "service account",
            403,
            "access_denied",
            realm -> realm.token().bearer(realm.oidc().clientCredentials("backend").access())),
        row(
            "impersonated session",
            403,
            "access_denied",
            realm -> realm.token().bearer(realm.impersonate("ann").singleSignOn("web").access())),
        row(
            "impersonated session, cookie",
            403,
            "access_denied",
            realm -> {
              Browser browser = realm.impersonate("ann");
              browser.singleSignOn("web");
              return realm.token().cookie(browser, "web", WEB);
            }),
        row(
            "impersonated session, cookie of no client's login",
            401,
            "login_required",
            realm -> realm.token().cookie(realm.impersonate("ann"), "web", WEB)),
        row(
            "a token that says who acts for its user",
            403,
            "access_denied",
            realm -> realm.token().bearer(actedFor(realm))),
        row(
            "impersonated in another realm, which says so",
            403,
            "access_denied",
            realm -> {
              TestRealm home = homeOf(realm);
              tellOfImpersonation(realm, home);
              return realm.token().bearer(impersonatedAt(home, realm).access());
            }),
        row(
            "a client's token for a user whom it impersonates",
            403,
            "access_denied",
            template ->
                template.user(
                    "root",
                    "{'clientRoles': {'realm-management': ['impersonation', 'view-users']}}"),
            realm -> {
              TokenSet root = realm.oidc().login("backend", "root");
              TokenSet impersonated =
                  realm
                      .oidc()
                      .grant(
                          "backend",
                          Map.of(
                              "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                              "subject_token", root.access(),
                              "requested_subject", "ann"));
              return realm.token().bearer(impersonated.access());
            }),
        row(
            "transient user",
            403,
            "access_denied",
            realm -> {
              TestRealm home = RealmTemplate.working().user("carl", "{}").create(realm.server());
              realm.broker("home", home, "{'doNotStoreUsers': 'true'}");
              return realm
                  .token()
                  .bearer(realm.browser().loginThrough("home", "web", "carl").access());
            }));
  }

  static Stream<Row> cookies() {
    return Stream.of(
        row(
            "cookie without client_id",
            400,
            "invalid_request",
            realm -> realm.token().cookie(loggedIn(realm, "web")).origin(WEB)),
        row(
            "cookie, unknown client",
            400,
            "invalid_client",
            realm -> realm.token().cookie(loggedIn(realm, "web"), "nobody", WEB)),
        row(
            "cookie, disabled client",
            400,
            "invalid_client",
            cookieOfLogin("web", realm -> realm.updateClient("web", "{'enabled': false}"))),
        cookieAfter("logout", (realm, call) -> realm.logoutUser("ann")),
        cookieAfter(
            "the session's end",
            (realm, call) -> {
              realm.update("{'ssoSessionMaxLifespan': 1}");
              awaitRefusal(call);
            }),
        cookieAfter(
            "the user was disabled",
            (realm, call) -> realm.updateUser("ann", "{'enabled': false}")),
        cookieAfter("the user was deleted", (realm, call) -> realm.deleteUser("ann")),
        row(
            "cookie before the user's not-before",
            401,
            "login_required",
            template -> template.user("nina", "{'notBefore': " + (now() + 600) + "}"),
            realm -> {
              Browser browser = realm.browser();
              browser.login("web", "nina");
              return realm.token().cookie(browser, "web", WEB);
            }),
        cookieAfter(
            "the realm's not-before",
            (realm, call) -> realm.update("{'notBefore': " + (now() + 60) + "}")),
        cookieAfter(
            "the client's not-before",
            (realm, call) -> realm.updateClient("web", "{'notBefore': " + (now() + 60) + "}")),
        row(
            "garbage in the cookie",
            401,
            "login_required",
            realm ->
                realm
                    .token()
                    .header("Cookie", "KEYCLOAK_IDENTITY=x.y.z")
                    .clientId("web")
                    .origin(WEB)),
        row(
            "an access token in the cookie",
            401,
            "login_required",
            realm ->
                realm
                    .token()
                    .header("Cookie", "KEYCLOAK_IDENTITY=" + access(realm))
                    .clientId("web")
                    .origin(WEB)),
        row(
            "a wrong token beside a good cookie",
            401,
            "invalid_token",
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", WEB).bearer("x.y.z")));
  }

  static Stream<Row> origins() {
    return Stream.of(
        row(
            "cookie, foreign origin",
            403,
            "invalid_origin",
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", STRANGER)),
        row(
            "cookie, no origin",
            403,
            "invalid_origin",
            realm -> realm.token().cookie(loggedIn(realm, "web")).clientId("web")),
        row(
            "cookie, origin null",
            403,
            "invalid_origin",
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", "null")),
        row(
            "cookie, origin null of a client that names it",
            403,
            "invalid_origin",
            template -> template.client("web", "{'webOrigins': ['null', '" + WEB + "']}"),
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", "null")),
        row(
            "cookie, foreign origin of a client for all",
            403,
            "invalid_origin",
            template -> template.client("web", "{'webOrigins': ['*']}"),
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", STRANGER)),
        row(
            "cookie, origin * of a client for all",
            403,
            "invalid_origin",
            template -> template.client("web", "{'webOrigins': ['*']}"),
            realm -> realm.token().cookie(loggedIn(realm, "web"), "web", "*")),
        row(
            "token, foreign origin",
            403,
            "invalid_origin",
            realm -> realm.token().bearer(access(realm)).origin(STRANGER)),
        row(
            "token, origin null",
            403,
            "invalid_origin",
            realm -> realm.token().bearer(access(realm)).origin("null")),
        row(
            "token, an origin that only begins like an allowed one",
            403,
            "invalid_origin",
            realm -> realm.token().bearer(access(realm)).origin(WEB + ".evil.example")));
  }

  static Stream<Row> bodies() {
    return Stream.of(
        body("no JSON", 400, "invalid_request", "{"),
        body("two values", 400, "invalid_request", "{} {}"),
        body("an array", 400, "invalid_request", "[]"),
        body("a string", 400, "invalid_request", "\"ann\""),
        body("userId is a number", 400, "invalid_request", "{\"userId\": 1}"),
        body("userEmail is an object", 400, "invalid_request", "{\"userEmail\": {}}"),
        body("nested deeply", 400, "invalid_request", "[".repeat(8000)),
        body("huge", 413, "invalid_request", "{\"userId\": \"" + "x".repeat(16 * 1024) + "\"}"),
        row(
            "body, no type of JSON",
            415,
            "invalid_request",
            realm -> realm.token().bearer(access(realm)).body("text/plain", "{}")),
        row(
            "body, a form",
            415,
            "invalid_request",
            realm ->
                realm
                    .token()
                    .bearer(access(realm))
                    .body("application/x-www-form-urlencoded", "userId=x")),
        row(
            "body names another user",
            409,
            "CONFIG_JWT_USER_ID_MISMATCH",
            realm ->
                realm
                    .token()
                    .bearer(access(realm))
                    .json("{\"userId\": \"" + realm.userId("bob") + "\"}")),
        row(
            "body names another email",
            409,
            "CONFIG_JWT_EMAIL_MISMATCH",
            realm ->
                realm.token().bearer(access(realm)).json("{\"userEmail\": \"bob@example.com\"}")),
        row(
            "body names the email that is left out",
            409,
            "CONFIG_JWT_EMAIL_MISMATCH",
            template -> template.user("una", "{'email': 'una@example.com'}"),
            realm ->
                realm
                    .token()
                    .bearer(realm.oidc().login("web", "una").access())
                    .json("{\"userEmail\": \"una@example.com\"}")),
        row(
            "no uid and no email",
            422,
            "USERID_AND_EMAIL_MISSING",
            template ->
                template
                    .attribute("helpshift.identity.uid", "customerId")
                    .attribute("helpshift.identity.steam_id", "steamId")
                    .user("guest", "{'attributes': {'steamId': ['7656']}}"),
            realm -> realm.token().bearer(realm.oidc().login("web", "guest").access())));
  }

  static Stream<Row> realms() {
    return Stream.of(
        row(
            "the realm is disabled",
            403,
            "access_denied",
            realm -> {
              TokenRequest call = realm.token().bearer(access(realm));
              realm.update("{'enabled': false}");
              return call;
            }),
        row(
            "the realm asks for HTTPS",
            403,
            "invalid_request",
            realm -> {
              TokenRequest call = realm.token().bearer(access(realm));
              realm.update("{'sslRequired': 'all'}");
              return call;
            }),
        unavailable("no secret", RealmTemplate::withoutSecret),
        unavailable(
            "the secret is disabled", template -> template.secretConfig("enabled", "false")),
        unavailable("the secret is passive", template -> template.secretConfig("active", "false")),
        unavailable(
            "the secret of another app",
            template -> template.secretConfig("platformId", "other_platform_1")),
        unavailable(
            "an unresolvable vault reference",
            template -> template.attribute("helpshift.secret", "${vault.nothing_there}")),
        row(
            "a vault's secret that has become too short",
            503,
            "temporarily_unavailable",
            RealmTemplate::withoutSecret,
            realm -> {
              realm.server().putVaultSecret(realm.name(), "app", RealmTemplate.SECRET);
              realm.addSecret("{'secret': '${vault.app}'}").orFail();
              realm.server().putVaultSecret(realm.name(), "app", "short");
              return realm.token().bearer(access(realm));
            }),
        unavailable(
            "a literal secret among the attributes",
            template -> template.attribute("helpshift.secret", RealmTemplate.SECRET)),
        unavailable(
            "a broken setting",
            template -> template.attribute("helpshift.email_policy", "sometimes")),
        unavailable(
            "a broken setting of the client",
            template -> template.mapper("helpshift.identity.uid", "idp:")),
        unavailable(
            "an identifier that nobody knows",
            template -> template.attribute("helpshift.identity.playstation", "psnId")));
  }

  // How rows are put

  private static Row invalid(String name, Function<TestRealm, TokenRequest> call) {
    return row("token: " + name, 401, "invalid_token", call);
  }

  private interface Change {
    void apply(TestRealm realm, TokenSet tokens);
  }

  /**
   * A token that was valid before a change. It lives long enough, so that the change is the cause.
   */
  private static Row invalidAfter(String name, Change change) {
    return invalid(
        "after " + name,
        realm -> {
          TokenSet tokens = login(realm);
          TokenSet lasting =
              new TokenSet(
                  Jose.resigned(tokens.access(), claims -> claims.put("exp", now() + 600)),
                  tokens.refresh(),
                  tokens.id());
          assertIssued(realm.token().bearer(lasting.access()).post());
          change.apply(realm, lasting);
          return realm.token().bearer(lasting.access());
        });
  }

  private interface CookieChange {
    void apply(TestRealm realm, TokenRequest call);
  }

  private static Row cookieAfter(String name, CookieChange change) {
    return row(
        "cookie after " + name,
        401,
        "login_required",
        realm -> {
          Browser browser = loggedIn(realm, "web");
          TokenRequest call = realm.token().cookie(browser, "web", WEB);
          assertIssued(call.post());
          change.apply(realm, call);
          return call;
        });
  }

  private static Row body(String name, int status, String error, String body) {
    return row(
        "body, " + name, status, error, realm -> realm.token().bearer(access(realm)).json(body));
  }

  private static Row unavailable(String name, UnaryOperator<RealmTemplate> given) {
    return row(
        name, 503, "temporarily_unavailable", given, realm -> realm.token().bearer(access(realm)));
  }

  // What happens in them

  private static TokenSet login(TestRealm realm) {
    return realm.oidc().login("web", "ann");
  }

  /** A call by the cookie of a login to some client, after something has changed. */
  private static Function<TestRealm, TokenRequest> cookieOfLogin(
      String clientId, Consumer<TestRealm> change) {
    return realm -> {
      Browser browser = loggedIn(realm, clientId);
      change.accept(realm);
      return realm.token().cookie(browser, "web", WEB);
    };
  }

  /** A token as Keycloak issues it without a stored session: its id says so. */
  private static String stateless(String access) {
    return Jose.resigned(
        access,
        claims -> {
          claims.remove("sid");
          claims.put("jti", claims.get("jti").asText().replaceFirst("^..(?=....:)", "tr"));
        });
  }

  private static String access(TestRealm realm) {
    return login(realm).access();
  }

  private static String bound(TestRealm realm, DpopKey key) {
    return realm.oidc().login("web", "ann", key).access();
  }

  private static Browser loggedIn(TestRealm realm, String clientId) {
    Browser browser = realm.browser();
    browser.login(clientId, "ann");
    return browser;
  }

  /** As Keycloak issues it for an impersonated session since 26.8. */
  private static String actedFor(TestRealm realm) {
    String actor = realm.userId("bob");
    return Jose.resigned(access(realm), claims -> claims.putObject("act").put("sub", actor));
  }

  /** The identity provider of a realm: another realm, with a user whose profile is complete. */
  private static TestRealm homeOf(TestRealm realm) {
    TestRealm home =
        RealmTemplate.working()
            .user(
                "carl",
                "{'email': 'carl@example.com', 'emailVerified': true, 'firstName': 'Carl',"
                    + " 'lastName': 'Smith'}")
            .create(realm.server());
    realm.broker("home", home, "{}");
    return home;
  }

  /** Logs in to a realm as its user at home, whom an admin impersonates there. */
  private static TokenSet impersonatedAt(TestRealm home, TestRealm realm) {
    return home.impersonate("carl").singleSignOnThrough("home", realm, "web");
  }

  /** What docs/security.md says: the first realm tells who impersonates, the second notes it. */
  private static void tellOfImpersonation(TestRealm realm, TestRealm home) {
    home.admin()
        .post(
            home.path("/clients/" + home.clientUuid("backend") + "/protocol-mappers/models"),
            Json.object(
                "{'name': 'impersonator', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'oidc-usersessionmodel-note-mapper', 'config':"
                    + " {'user.session.note': 'IMPERSONATOR_ID', 'claim.name': 'IMPERSONATOR_ID',"
                    + " 'jsonType.label': 'String', 'id.token.claim': 'true'}}"));
    realm
        .admin()
        .post(
            realm.path("/identity-provider/instances/home/mappers"),
            Json.object(
                "{'name': 'impersonator', 'identityProviderAlias': 'home',"
                    + " 'identityProviderMapper': 'oidc-user-session-note-idp-mapper', 'config':"
                    + " {'syncMode': 'FORCE', 'are.claim.values.regex': 'true',"
                    + " 'claims': '[{\"key\": \"IMPERSONATOR_ID\", \"value\": \".+\"}]'}}"));
  }

  private static RealmTemplate optionalScope(RealmTemplate template) {
    return template.optionalScopes("web", "helpshift");
  }

  private static void awaitRefusal(TokenRequest call) {
    Await.until("the session ends", () -> call.post().status() == 401);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
