package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client can only disclose less than its realm, no matter how its mapper was added. */
@ExtendWith(KeycloakExtension.class)
class WhoSaysWhatIT {

  private final KeycloakServer server;

  WhoSaysWhatIT(KeycloakServer server) {
    this.server = server;
  }

  /** A user who has written another person's id and address into their own names. */
  private static RealmTemplate withImpostor() {
    return working()
        .user(
            "impostor",
            "{'email': 'impostor@example.com', 'emailVerified': true,"
                + " 'firstName': 'ann@example.com', 'lastName': 'id-of-ann'}");
  }

  private static String client(String config) {
    return "{'protocolMappers': [{'name': 'own', 'protocol': 'openid-connect',"
        + " 'protocolMapper': 'helpshift-identity-token', 'config': "
        + config
        + "}]}";
  }

  @Test
  void aClientsMapperDoesNotSayWhoSomebodyIs() {
    TestRealm realm =
        withImpostor()
            .client(
                "plain",
                client(
                    "{'helpshift.identity.uid': 'lastName', 'helpshift.identity.email':"
                        + " 'firstName', 'helpshift.email_policy': 'any'}"))
            .create(server);

    Answer answer = realm.token().bearer(realm.oidc().login("plain", "impostor").access()).post();

    assertThat(assertIssued(answer))
        .containsEntry("uid", realm.userId("impostor"))
        .containsEntry("email", "impostor@example.com");
  }

  @Test
  void noMapperSaysWhatRunsInKeycloaksOrigin() {
    TestRealm realm =
        working()
            .client(
                "web",
                client(
                    "{'helpshift.web_chat_url': 'http://localhost:3952/x.js',"
                        + " 'helpshift.login_pages': 'true'}"))
            .mapper("helpshift.web_chat_url", "http://localhost:3952/x.js")
            .mapper("helpshift.login_pages", "true")
            .create(server);

    JsonNode answer =
        Http.get(realm.url() + "/helpshift/web-chat?client_id=web").send().orFail().json();

    assertThat(answer.get("webChatUrl").asText())
        .isEqualTo("https://webchat.helpshift.com/webChat.js");
    assertThat(answer.get("loginPages").asBoolean()).isFalse();
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "helpshift.identity.uid,lastName",
    "helpshift.identity.email,firstName",
    "helpshift.email_policy,any",
    "helpshift.full_privacy,false",
    "helpshift.secret,${vault.other}",
    "helpshift.web_chat_url,https://webchat.helpshift.com/x.js",
    "helpshift.login_pages,true",
    "helpshift.watch_seconds,600"
  })
  void whatDoesNotCountInAClientIsRefusedThere(String key, String value) {
    TestRealm realm = working().create(server);

    Answer refused = addMapper(realm, "/clients/" + realm.clientUuid("plain"), key, value);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(key, "does not count here").doesNotContain(value + "'");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "helpshift.identity.uid,none",
    "helpshift.email_policy,verified",
    "helpshift.full_privacy,true",
    "helpshift.platform_id,other",
    "helpshift.user_data.app.user_level,level",
    "helpshift.tags,role:vip"
  })
  void whatSaysLessOrNamesTheAppIsSavedInAClient(String key, String value) {
    TestRealm realm = working().create(server);

    assertThat(addMapper(realm, "/clients/" + realm.clientUuid("plain"), key, value).status())
        .isEqualTo(201);
  }

  @Test
  void aClientScopesMapperSaysWhoSomebodyIsButNotWhatRunsInKeycloaksOrigin() {
    TestRealm realm = working().create(server);
    String scope = "/client-scopes/" + realm.clientScopeId("email");

    assertThat(addMapper(realm, scope, "helpshift.identity.uid", "username").status())
        .isEqualTo(201);
    assertThat(addMapper(realm, scope, "helpshift.login_pages", "true").status()).isEqualTo(400);
  }

  private static Answer addMapper(TestRealm realm, String holder, String key, String value) {
    ObjectNode mapper =
        Json.object(
            "{'name': 'ours', 'protocol': 'openid-connect',"
                + " 'protocolMapper': 'helpshift-identity-token'}");
    mapper.withObject("config").put(key, value);
    return realm.admin().send("POST", realm.path(holder + "/protocol-mappers/models"), mapper);
  }
}
