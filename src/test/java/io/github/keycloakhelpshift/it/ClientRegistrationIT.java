package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that register themselves can't opt themselves in: only an admin can. */
@ExtendWith(KeycloakExtension.class)
class ClientRegistrationIT {

  private static final String CLIENT =
      "'clientId': 'self', 'publicClient': true, 'directAccessGrantsEnabled': true";

  private static Answer register(TestRealm realm, String client) {
    String token =
        realm
            .admin()
            .post(realm.path("/clients-initial-access"), Json.of("{'count': 1, 'expiration': 60}"))
            .json()
            .get("token")
            .asText();
    return Http.request(
            "POST", realm.url() + "/clients-registrations/default", Json.of(client).toString())
        .header("Content-Type", "application/json")
        .bearer(token)
        .send();
  }

  @Test
  void aClientCannotRegisterWithTheMapper(KeycloakServer keycloak) {
    TestRealm realm = RealmTemplate.working().create(keycloak);

    Answer answer =
        register(
            realm,
            "{"
                + CLIENT
                + ", 'protocolMappers': [{'name': 'own', 'protocol': 'openid-connect',"
                + " 'protocolMapper': 'helpshift-identity-token', 'config': {}}]}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
  }

  @Test
  void aClientThatRegistersItselfHasNotOptedIn(KeycloakServer keycloak) {
    TestRealm realm = RealmTemplate.working().user("ann", "{}").create(keycloak);
    register(realm, "{" + CLIENT + "}").orFail();

    Answer answer = realm.token().bearer(realm.oidc().login("self", "ann").access()).post();

    assertRefused(answer, 403, "unauthorized_client");
  }
}
