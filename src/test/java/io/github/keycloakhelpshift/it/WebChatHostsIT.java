package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where pages may load Web Chat from: the server's operator decides, not a client's admin. */
@ExtendWith(KeycloakExtension.class)
class WebChatHostsIT {

  private static final String KEY = "helpshift.web_chat_url";
  private static final String EVIL = "https://evil.example/webChat.js";
  private static final String ALLOWED =
      "https://" + KeycloakServer.WEB_CHAT_HOST + "/helpshift/webChat.js";

  private final KeycloakServer server;

  WebChatHostsIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  void anAdminOfClientsCannotNameAHost() {
    TestRealm realm =
        working()
            .user("clients", "{'clientRoles': {'realm-management': ['manage-clients']}}")
            .create(server);

    assertThat(addMapper(realm, ALLOWED).status()).isEqualTo(201);
    Answer refused = addMapper(realm, EVIL);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(KEY, "web-chat-hosts").doesNotContain("evil.example");
  }

  @Test
  void oneThatWasImportedNamesNoneEither() {
    TestRealm realm = working().mapper(KEY, EVIL).create(server);

    Answer answer = webChat(realm);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("evil.example");

    realm.configureMapper(KEY, ALLOWED);
    assertThat(webChat(realm).orFail().json().get("webChatUrl").asText()).isEqualTo(ALLOWED);
  }

  /** As the admin of clients, whose role lets him do no more. */
  private Answer addMapper(TestRealm realm, String url) {
    ObjectNode mapper =
        Json.object("{'protocol': 'openid-connect', 'protocolMapper': 'helpshift-identity-token'}");
    mapper.put("name", url).withObject("config").put(KEY, url).put("helpshift.login_pages", "true");
    return Http.request(
            "POST",
            server.url()
                + "/admin/realms"
                + realm.path("/clients/" + realm.clientUuid("web") + "/protocol-mappers/models"),
            mapper.toString())
        .header("Content-Type", "application/json")
        .bearer(realm.oidc().login("admin-cli", "clients").access())
        .send();
  }

  private static Answer webChat(TestRealm realm) {
    return Http.get(realm.url() + "/helpshift/web-chat?client_id=web").send();
  }
}
