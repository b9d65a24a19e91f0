package io.github.keycloakhelpshift.admin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockingDetails;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

/** How often a check asks Keycloak's stores, for 1, 50 and 500 clients that have opted in. */
class CheckCostTest {

  @Test
  @DisplayName("what is the realm's is read once, and a client costs the same among many")
  void linear() {
    Cost one = cost(1);
    Cost fifty = cost(50);
    Cost many = cost(500);

    assertThat(fifty.providers()).isEqualTo(one.providers());
    assertThat(many.providers()).isEqualTo(one.providers());
    assertThat(many.realm()).isEqualTo(one.realm());
    assertThat(many.clients()).isEqualTo(500 * one.clients());
  }

  /**
   * Calls of the stores.
   *
   * @param providers of identity providers and their mappers
   * @param realm of the realm
   * @param clients of the clients that were added
   */
  private record Cost(int providers, int realm, int clients) {}

  private static Cost cost(int clients) {
    CheckFixture realm = new CheckFixture();
    for (int i = 0; i < clients; i++) {
      realm.client("client" + i, Map.of("helpshift.platform_id", "p1"));
    }
    realm.findings();
    return new Cost(
        calls(realm.session.identityProviders()),
        calls(realm.realm),
        realm.moreClients.stream().mapToInt(CheckCostTest::clientCalls).sum());
  }

  private static int clientCalls(ClientModel client) {
    return calls(client);
  }

  /** Not the getters of what Keycloak holds in memory. */
  private static int calls(Object mock) {
    return (int)
        mockingDetails(mock).getInvocations().stream()
            .map(call -> call.getMethod().getName())
            .filter(name -> name.matches(".*Stream|getAttributes|getClientScopes|getBy.*|getRole"))
            .count();
  }
}
