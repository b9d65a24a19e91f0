package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees in Keycloak's own {@code /metrics}. */
@ExtendWith(KeycloakExtension.class)
class ObservabilityIT {

  @Test
  void countsTokensByRealmClientAndError(KeycloakServer server) {
    TestRealm realm = working().user("ada", "{}").createUnshared(server);

    realm.token().bearer(realm.oidc().login("web", "ada").access()).post().orFail();
    realm.token().bearer(realm.oidc().login("web", "ada").access()).post().orFail();
    realm.token().bearer(realm.oidc().login("plain", "ada").access()).post();
    realm.token().post();

    assertThat(metrics(realm, "keycloak_helpshift_tokens_total"))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("client_id=\"web\"", "error=\"\"", "} 2.0"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("client_id=\"plain\"", "error=\"unauthorized_client\"", "} 1.0"))
        .anySatisfy(
            line ->
                assertThat(line).contains("client_id=\"\"", "error=\"login_required\"", "} 1.0"));
    assertThat(metrics(realm, "keycloak_helpshift_token_seconds_count"))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("outcome=\"issued\"", "} 2"))
        .anySatisfy(line -> assertThat(line).contains("outcome=\"refused\"", "} 2"));
  }

  private static List<String> metrics(TestRealm realm, String name) {
    try (Stream<String> lines =
        Http.get(realm.server().managementUrl() + "/metrics").send().orFail().body().lines()) {
      return lines
          .filter(line -> line.startsWith(name + "{"))
          .filter(line -> line.contains("realm=\"" + realm.name() + "\""))
          .toList();
    }
  }
}
