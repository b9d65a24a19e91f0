package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where pages may load Web Chat from: the server's operator decides. */
@ExtendWith(KeycloakExtension.class)
class WebChatHostsIT {

  private static final String KEY = "helpshift.web_chat_url";
  private static final String ALLOWED =
      "https://" + KeycloakServer.WEB_CHAT_HOST + "/helpshift/webChat.js";

  private final KeycloakServer server;

  WebChatHostsIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  void aRealmNamesOnlyAHostThatTheServerAllows() {
    TestRealm realm = working().attribute(KEY, "https://evil.example/webChat.js").create(server);

    Answer answer = webChat(realm);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("evil.example");

    realm.setAttribute(KEY, ALLOWED);
    assertThat(webChat(realm).orFail().json().get("webChatUrl").asText()).isEqualTo(ALLOWED);
  }

  private static Answer webChat(TestRealm realm) {
    return Http.get(realm.url() + "/helpshift/web-chat?client_id=web").send();
  }
}
