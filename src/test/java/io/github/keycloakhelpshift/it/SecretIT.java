package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.ServerLog;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared secret: it is never shown, invalid ones are refused, and the right one signs. */
@ExtendWith(KeycloakExtension.class)
class SecretIT {

  private static final String SECRET = RealmTemplate.SECRET;
  private static final String OTHER = "another-secret-of-the-same-app-0123456789-abcdefghij";
  private static final String THIRD = "a-third-secret-that-is-for-another-app-0123456789";
  private static final String MASK = "**********";

  private final KeycloakServer keycloak;

  SecretIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private static RealmTemplate withAnn() {
    return RealmTemplate.working().user("ann", "{}");
  }

  private TestRealm withoutSecret() {
    return withAnn().withoutSecret().create(keycloak);
  }

  private static TokenRequest asAnn(TestRealm realm) {
    return realm.token().bearer(realm.oidc().login("web", "ann").access());
  }

  private static void add(TestRealm realm, String secret, String more) {
    ObjectNode config = Json.object(more).put("secret", secret);
    realm.addSecret(config.toString()).orFail();
  }

  private static void assertSignedWith(TestRealm realm, String secret) {
    assertIssued(asAnn(realm).post(), secret);
  }

  // It never shows

  @Test
  void isMaskedInTheAdminApi() {
    TestRealm realm = withAnn().create(keycloak);
    String id = realm.secrets().get(0).get("id").asText();

    assertThat(realm.secrets().get(0).at("/config/secret")).isEqualTo(Json.of("['" + MASK + "']"));
    assertThat(realm.admin().get(realm.path("/components/" + id)).toString())
        .contains(MASK)
        .doesNotContain(SECRET);
  }

  @Test
  void showsNowhereElseInTheAdminApi() {
    TestRealm realm = withAnn().create(keycloak);
    String id = realm.secrets().get(0).get("id").asText();

    for (String path :
        new String[] {
          "", "/keys", "/components", "/client-scopes", "/clients", "/admin-events", "/events"
        }) {
      assertThat(realm.admin().get(realm.path(path)).toString()).as(path).doesNotContain(SECRET);
    }
    String export =
        realm
            .admin()
            .post(
                realm.path("/partial-export?exportClients=true&exportGroupsAndRoles=true"),
                Json.of("{}"))
            .body();
    assertThat(export).contains(id, MASK).doesNotContain(SECRET);
  }

  @Test
  void isListedAmongTheRealmsKeysWithoutItself() {
    TestRealm realm = withAnn().create(keycloak);
    String providerId = realm.secrets().get(0).get("id").asText();

    JsonNode keys = realm.admin().get(realm.path("/keys"));

    assertThat(keys.get("keys"))
        .anySatisfy(
            key -> {
              assertThat(key.get("providerId").asText()).isEqualTo(providerId);
              assertThat(key.has("publicKey")).isFalse();
              assertThat(key.has("certificate")).isFalse();
            });
  }

  @Test
  void isNotAmongTheKeysThatTheRealmPublishes() {
    TestRealm realm = withAnn().create(keycloak);

    assertThat(realm.oidc().jwks().get("keys"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.get("kty").asText()).isNotEqualTo("oct"));
    assertThat(realm.oidc().jwks().toString())
        .doesNotContain(realm.secrets().get(0).get("id").asText(), "HELPSHIFT");
  }

  @Test
  void isNotInTheAdminEventThatTellsOfIt() {
    TestRealm realm = withoutSecret();

    add(realm, OTHER, "{}");

    JsonNode event =
        realm.admin().get(realm.path("/admin-events?max=1&resourceTypes=COMPONENT")).get(0);
    assertThat(event.get("representation").asText())
        .contains("helpshift-secret")
        .doesNotContain(OTHER);
  }

  @Test
  void isNotInTheLogWhateverHappens() {
    ServerLog.Mark mark = keycloak.log().mark();
    TestRealm realm = withAnn().create(keycloak);
    add(realm, OTHER, "{'priority': '200'}");
    realm.addSecret("{'secret': ' " + THIRD + "'}");
    asAnn(realm).post();
    realm.setAttribute("helpshift.secret", THIRD);
    asAnn(realm).post();
    realm.setAttribute("helpshift.secret", "${vault.nothing_there}");
    asAnn(realm).post();

    assertThat(mark.since())
        .contains("helpshift.secret")
        .doesNotContain(SECRET)
        .doesNotContain(OTHER)
        .doesNotContain(THIRD);
  }

  @Test
  void staysWhenItsMaskIsSaved() {
    TestRealm realm = withAnn().create(keycloak);
    ObjectNode component = (ObjectNode) realm.secrets().get(0);
    component.withObject("config").putArray("priority").add("7");

    realm.admin().put(realm.path("/components/" + component.get("id").asText()), component);

    assertThat(realm.secrets().get(0).at("/config/priority/0").asText()).isEqualTo("7");
    assertSignedWith(realm, SECRET);
  }

  // What is refused

  /** One row. */
  private record Refused(String secret, String why) {}

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused("", "blank"),
        new Refused("   ", "blank"),
        new Refused("0123456789012345678901234567890", "31 bytes"),
        new Refused(" " + SECRET, "white space"),
        new Refused(SECRET + "\\n", "white space"),
        new Refused("${vault.nothing_there}", "vault"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Refused row) {
    TestRealm realm = withoutSecret();

    Answer answer = realm.addSecret("{'secret': '" + row.secret() + "'}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errorMessage").asText()).contains(row.why());
    assertThat(answer.body()).doesNotContain(SECRET, "0123456789");
    assertThat(realm.secrets()).isEmpty();
  }

  @Test
  void refusesNoSecretAtAll() {
    Answer answer = withoutSecret().addSecret("{}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void refusesAVaultReferenceWhoseSecretIsTooShort() {
    TestRealm realm = withoutSecret();
    keycloak.putVaultSecret(realm.name(), "app", "short");

    Answer answer = realm.addSecret("{'secret': '${vault.app}'}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errorMessage").asText()).contains("5 bytes");
  }

  // What an import brings

  @ParameterizedTest
  @CsvSource({MASK + ", SECRET_INVALID", "${vault.nothing_there}, SECRET_UNRESOLVED"})
  void importsWhatStandsForASecretAndReportsIt(String placeholder, String code) {
    TestRealm realm = withAnn().secretConfig("secret", placeholder).create(keycloak);

    assertThat(realm.admin().get(realm.path("/helpshift/check")).get("findings"))
        .extracting(finding -> finding.get("code").asText())
        .contains(code);
    Answer answer = asAnn(realm).post();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().get("error").asText()).isEqualTo("temporarily_unavailable");
  }

  @Test
  void canBeSwitchedOffWhenTheVaultHasLostIt() {
    TestRealm realm = withAnn().secretConfig("secret", "${vault.nothing_there}").create(keycloak);

    assertThat(change(realm, "priority", "7").status()).isEqualTo(400);
    change(realm, "active", "false").orFail();
    Answer on = change(realm, "active", "true");

    assertThat(on.status()).isEqualTo(400);
    assertThat(on.json().get("errorMessage").asText()).contains("vault");
  }

  @Test
  void asksForTheSecretWhenItsMaskFromAnImportIsSaved() {
    TestRealm realm = withAnn().secretConfig("secret", MASK).create(keycloak);

    assertThat(change(realm, "priority", "7").json().get("errorMessage").asText())
        .contains("is a mask");
    change(realm, "secret", OTHER).orFail();

    assertSignedWith(realm, OTHER);
  }

  private static Answer change(TestRealm realm, String key, String value) {
    ObjectNode component = (ObjectNode) realm.secrets().get(0);
    component.withObject("config").putArray(key).add(value);
    return realm
        .admin()
        .send("PUT", realm.path("/components/" + component.get("id").asText()), component);
  }

  // Which one signs

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01234567890123456789012345678901",
        "ünïcödé-ünïcödé-ünïcödé-üé",
        "a secret with spaces inside, of 64 bytes and a few more than that...",
        "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
      })
  void signsWithTheBytesOfTheText(String secret) {
    TestRealm realm = withoutSecret();

    add(realm, secret, "{}");

    assertSignedWith(realm, secret);
  }

  @Test
  void signsWithWhatTheVaultHasForTheKeyProvider() {
    TestRealm realm = withoutSecret();
    keycloak.putVaultSecret(realm.name(), "app", OTHER);

    realm.addSecret("{'secret': '${vault.app}'}").orFail();

    assertSignedWith(realm, OTHER);
  }

  @Test
  void signsWithWhatTheVaultHasForTheSetting() {
    TestRealm realm = withAnn().attribute("helpshift.secret", "${vault.app}").create(keycloak);
    keycloak.putVaultSecret(realm.name(), "app", OTHER);

    assertSignedWith(realm, OTHER);
  }

  @Test
  void rotatesByPriority() {
    TestRealm realm = withoutSecret();
    add(realm, SECRET, "{'priority': '100'}");
    assertSignedWith(realm, SECRET);

    add(realm, OTHER, "{'priority': '200'}");
    assertSignedWith(realm, OTHER);

    ObjectNode newer =
        (ObjectNode)
            realm.secrets().stream()
                .filter(one -> one.at("/config/priority/0").asText().equals("200"))
                .findFirst()
                .orElseThrow();
    newer.withObject("config").putArray("active").add("false");
    realm.admin().put(realm.path("/components/" + newer.get("id").asText()), newer);
    assertSignedWith(realm, SECRET);
  }

  @Test
  void signsWithThePlatformsOwnBeforeOneForAny() {
    TestRealm realm = withoutSecret();
    add(realm, SECRET, "{'priority': '100', 'platformId': 'acme_platform_1'}");
    add(realm, OTHER, "{'priority': '200'}");
    add(realm, THIRD, "{'priority': '300', 'platformId': 'acme_platform_2'}");

    assertSignedWith(realm, SECRET);
    realm.configureMapper("helpshift.platform_id", "acme_platform_2");
    assertSignedWith(realm, THIRD);
    realm.configureMapper("helpshift.platform_id", "acme_platform_3");
    assertSignedWith(realm, OTHER);
  }
}
