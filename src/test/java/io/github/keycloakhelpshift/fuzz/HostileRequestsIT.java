package io.github.keycloakhelpshift.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.fuzz.HostileRequests.Shot;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.ServerLog;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of hostile requests to every endpoint of a running server: no request breaks it, each
 * gets at most a token for its own caller, and no answer and no log contains a secret.
 *
 * <p>The requests are the same each time, so that a change fails by what it changed; {@code
 * -Dhostile.seed} makes others, {@code -Dhostile.requests} more.
 */
@ExtendWith(KeycloakExtension.class)
class HostileRequestsIT {

  private static final long SEED = 1;
  private static final int MAX_FINDINGS = 20;

  /** At this level Keycloak logs whole requests, and Quarkus the address of one it breaks on. */
  private static final List<String> LOGS_OF_REQUESTS =
      List.of("TRACE [org.keycloak.events]", "[io.quarkus.vertx.http.runtime.QuarkusErrorHandler]");

  private static final String OUR_FRAME = "\tat io.github.keycloakhelpshift";
  private static final Pattern LOG_ENTRIES = Pattern.compile("\n(?=\\d{4}-\\d\\d-\\d\\d )");
  private static final Pattern UNCAUGHT =
      Pattern.compile("ERROR \\[\\S+\\.(KeycloakErrorHandler|QuarkusErrorHandler)]");
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]{20,}");
  private static final String MANAGER = "zq-manager-5521";
  private static final String VIEWER = "zq-viewer-7713";

  private final KeycloakServer keycloak;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Integer> reached = new TreeMap<>();
  private final List<String> never = new ArrayList<>();
  private List<Account> accounts;
  private int issued;
  private int withoutUid;

  HostileRequestsIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  @Test
  void nothingBreaksNothingLeaks() throws IOException {
    long seed = Long.getLong("hostile.seed", SEED);
    int requests = Integer.getInteger("hostile.requests", 1_500);
    TestRealm readOnly = realm();
    TestRealm written = realm();
    JsonNode settings = readOnly.admin().get(readOnly.path("/helpshift/settings"));

    ServerLog.Mark log = keycloak.log().mark();
    fire(seed, requests * 3 / 4, readOnly, VIEWER);
    assertThat(withoutUid).as("tokens without a uid, where nobody writes settings").isZero();
    fire(seed + 1, requests / 4, written, MANAGER);

    assertThat(findings).as("-Dhostile.seed=%s -Dhostile.requests=%s", seed, requests).isEmpty();
    assertThat(issued).as("tokens, without which this shows nothing").isGreaterThan(requests / 100);
    assertThat(reached.keySet())
        .contains(
            "POST token",
            "GET web-chat",
            "GET session",
            "GET web-chat.js",
            "GET web-chat.d.ts",
            "GET settings",
            "GET check",
            "GET users/ID/preview",
            "GET profiles",
            "GET profiles/summary");
    assertThat(readOnly.admin().get(readOnly.path("/helpshift/settings"))).isEqualTo(settings);
    String logged = withoutRequests(log.since());
    assertThat(never).noneMatch(logged::contains);
  }

  @Test
  @DisplayName(
      "a body behind a length of 0 is compared, or its call refused, and never passed over")
  void passesOverNoBody() throws IOException {
    TestRealm realm = realm();
    Account caller = Account.signedIn(realm, VIEWER);
    try (RawHttp http = new RawHttp(keycloak.url())) {
      for (String length : List.of("0", "00", "+0", "99999999999")) {
        RawRequest request =
            new RawRequest("POST", "/realms/" + realm.name() + "/helpshift/token")
                .header("Host", keycloak.url().getAuthority())
                .header("Authorization", "Bearer " + caller.tokens().access())
                .header("Content-Type", "application/json")
                .header("Content-Length", length)
                .body("{\"userId\": \"somebody\"}".getBytes(StandardCharsets.UTF_8), true);

        Answer answer = http.send(request);

        assertThat(answer.status()).as(length).isIn(0, 400, 409, 413);
        assertThat(answer.body()).as(length).doesNotContain("identity_token");
      }
    }
  }

  private static String withoutRequests(String logged) {
    // Not lines(): a header may hold a carriage return.
    return Pattern.compile("\n")
        .splitAsStream(logged)
        .filter(line -> LOGS_OF_REQUESTS.stream().noneMatch(line::contains))
        .collect(Collectors.joining("\n"));
  }

  private TestRealm realm() {
    RealmTemplate template =
        RealmTemplate.working()
            .with("{'accessTokenLifespan': 3600, 'ssoSessionIdleTimeout': 7200}")
            .client("web", "{'webOrigins': ['" + RealmTemplate.WEB_ORIGIN + "', 'null']}")
            .client("guarded", RealmTemplate.RESOURCE_SERVER)
            .attribute("helpshift.identity.steam_id", "steam")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.user_data.global.custom_user_fields.rank", "rank");
    for (String name : List.of("zq-ann-8841", "zq-bob-3307", "zq-eve-6129")) {
      template.user(name, Account.members(name, ""));
    }
    return template
        .user(
            VIEWER,
            Account.members(
                VIEWER, roles("'view-realm', 'view-clients', 'view-users', 'query-users'")))
        .user(
            MANAGER, Account.members(MANAGER, roles("'manage-realm', 'view-users', 'query-users'")))
        .create(keycloak);
  }

  private static String roles(String names) {
    return ", 'clientRoles': {'realm-management': [" + names + "]}";
  }

  private void fire(long seed, int requests, TestRealm realm, String adminName) throws IOException {
    accounts =
        Stream.of("zq-ann-8841", "zq-bob-3307", "zq-eve-6129")
            .map(name -> Account.signedIn(realm, name))
            .toList();
    Account admin = Account.signedIn(realm, adminName);
    List<String> foreign = foreign(realm);
    List<BentTokens> bent =
        Stream.of(0, 1, 2)
            .map(i -> BentTokens.of(accounts.get(i), accounts.get((i + 1) % 3), foreign))
            .toList();
    remember(admin);
    accounts.forEach(this::remember);
    HostileRequests hostile = new HostileRequests(seed, realm, accounts, bent, admin);
    try (RawHttp http = new RawHttp(keycloak.url())) {
      for (Shot shot : hostile.plain()) {
        fire(http, shot, realm);
      }
      for (int i = 0; i < requests && findings.size() < MAX_FINDINGS; i++) {
        fire(http, hostile.next(), realm);
      }
    }
  }

  private void fire(RawHttp http, Shot shot, TestRealm realm) throws IOException {
    ServerLog.Mark before = keycloak.log().mark();
    judge(shot, http.send(shot.request()), realm, before);
  }

  /** Returns valid tokens from another place or time, and tokens of other kinds. */
  private List<String> foreign(TestRealm realm) {
    String name = "zq-old-9904";
    TestRealm other =
        RealmTemplate.working().user(name, Account.members(name, "")).create(keycloak);
    TokenSet ended = realm.oidc().login("web", accounts.get(0).name());
    realm.oidc().logout("web", ended);
    TokenSet revoked = realm.oidc().login("web", accounts.get(0).name());
    realm.oidc().revoke("web", revoked);
    String identityToken =
        realm
            .token()
            .bearer(accounts.get(1).tokens().access())
            .accept("application/jwt")
            .post()
            .body();
    return List.of(
        other.oidc().login("web", name).access(),
        ended.access(),
        revoked.access(),
        identityToken,
        realm.oidc().clientCredentials("backend").access(),
        impersonated(realm, accounts.get(2)),
        realm.oidc().permissions(accounts.get(2).tokens(), "guarded").access(),
        "",
        "x.y.z",
        ".",
        "..",
        "null");
  }

  /** Returns the token of an admin who impersonates that user. */
  private static String impersonated(TestRealm realm, Account account) {
    Answer impersonation =
        realm.admin().post(realm.path("/users/" + account.id() + "/impersonation"), Map.of());
    return realm.browser().adopt(impersonation).singleSignOn("web").access();
  }

  /** Remembers the values that only answers to this user, and no log, may contain. */
  private void remember(Account account) {
    never.add(account.name());
    Stream.of(account.tokens().access(), account.tokens().refresh(), account.tokens().id())
        .map(token -> token.substring(token.lastIndexOf('.')))
        .forEach(never::add);
    never.add(RealmTemplate.SECRET);
  }

  private void judge(Shot shot, Answer answer, TestRealm realm, ServerLog.Mark before) {
    String all = answer.body() + answer.headers().map();
    if (answer.status() / 100 == 2) {
      reached.merge(shot.what(), 1, Integer::sum);
    }
    if (answer.status() >= 500 && !isNotConfigured(shot, answer) && isOurs(before.since())) {
      found("a server error", shot, answer);
    }
    if (never.stream().filter(text -> !isOwn(text, shot)).anyMatch(all::contains)) {
      found("a secret or somebody else's value", shot, answer);
    }
    Matcher jwt = JWT.matcher(all);
    while (jwt.find()) {
      judgeToken(jwt.group(), shot, answer);
    }
    judgeCors(shot, answer, realm);
  }

  /**
   * Whether the manager's settings are the cause. The answer to a HEAD has no body that says so.
   */
  private static boolean isNotConfigured(Shot shot, Answer answer) {
    return answer.status() == 503
        && (shot.request().isHead() || answer.body().contains("temporarily_unavailable"));
  }

  /**
   * A server error is ours unless its stack shows that we are not on it: on some requests (with an
   * invalid content type or multipart body) Keycloak breaks before or after us. It also logs stacks
   * of what it catches, with us on them; those are no server errors.
   */
  private static boolean isOurs(String logged) {
    List<String> uncaught =
        LOG_ENTRIES.splitAsStream(logged).filter(entry -> UNCAUGHT.matcher(entry).find()).toList();
    return uncaught.isEmpty() || uncaught.stream().anyMatch(entry -> entry.contains(OUR_FRAME));
  }

  private static boolean isOwn(String text, Shot shot) {
    boolean admin =
        shot.caller() != null && List.of(VIEWER, MANAGER).contains(shot.caller().name());
    return text.startsWith("zq-")
        && shot.caller() != null
        && (admin || text.equals(shot.caller().name()));
  }

  private void judgeToken(String token, Shot shot, Answer answer) {
    issued++;
    if (shot.caller() == null || !shot.what().equals("POST token")) {
      found("a token for nobody", shot, answer);
      return;
    }
    JsonNode identities = Jose.verified(token, RealmTemplate.SECRET).path("identities");
    if (!identities.at("/0/identifier").asText().equals("uid")) {
      withoutUid++;
    }
    boolean own = !identities.isEmpty();
    for (JsonNode identity : identities) {
      own &= shot.caller().isOwn(identity);
    }
    if (!own) {
      found("a token for somebody else", shot, answer);
    }
  }

  /**
   * Checks CORS: only listed origins can read. Everybody can read that their token is wrong, the
   * files, and preflights.
   */
  private void judgeCors(Shot shot, Answer answer, TestRealm realm) {
    String allowed = answer.header("Access-Control-Allow-Origin").orElse("");
    boolean open =
        allowed.isEmpty()
            || allowed.equals(RealmTemplate.WEB_ORIGIN)
            || allowed.equals(realm.server().url().toString())
            // The client names it; a cookie does not count from there.
            || allowed.equals("null")
            || shot.what().contains(" web-chat.")
            || shot.what().startsWith("OPTIONS")
            || (answer.status() == 401
                && answer.header("WWW-Authenticate").orElse("").contains("invalid_token"))
            // Says only which method the endpoint takes.
            || answer.status() == 405
            // Says nothing but that Keycloak broke.
            || answer.status() == 500;
    if (!open) {
      found("readable by a foreign origin", shot, answer);
    }
  }

  private void found(String what, Shot shot, Answer answer) {
    findings.add("%n%s: %s %s%n%s%n".formatted(what, answer.status(), answer, shot.request()));
  }
}
