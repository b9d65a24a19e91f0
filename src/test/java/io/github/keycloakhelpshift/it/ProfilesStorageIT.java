package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.SinceKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An export of users tells that it is whole, and breaks where it is not. */
@ExtendWith(KeycloakExtension.class)
class ProfilesStorageIT {

  private final TestRealm realm;

  ProfilesStorageIT(KeycloakServer server) {
    this.realm =
        RealmTemplate.working()
            .user("ann", "{}")
            .user("helpdesk", "{'clientRoles': {'realm-management': ['view-users']}}")
            .create(server);
  }

  @Test
  void theLastLineSaysWhatTheSummarySays() throws Exception {
    List<String> lines = get("profiles?summary=true").body().lines().toList();

    assertThat(lines).hasSize(3);
    JsonNode summary = Json.of(lines.get(2)).get("summary");
    assertThat(summary).isEqualTo(Json.of(get("profiles/summary").body()));
    assertThat(summary.get("profiles").asInt()).isEqualTo(2);
    assertThat(get("profiles").body().lines().toList()).isEqualTo(lines.subList(0, 2));
  }

  @Test
  @SinceKeycloak(
      value = "26.5",
      because = "its LDAP provider answers no users if it cannot reach the directory")
  void aFailingUserStorageBreaksTheConnection() throws Exception {
    addUnreachableDirectory();

    assertThatThrownBy(() -> get("profiles")).isInstanceOf(IOException.class);
    assertThat(get("profiles/summary").statusCode()).isEqualTo(500);
  }

  /** LDAP at a port that nothing listens on. */
  private void addUnreachableDirectory() {
    ObjectNode ldap =
        Json.object(
            "{'name': 'directory', 'providerId': 'ldap',"
                + " 'providerType': 'org.keycloak.storage.UserStorageProvider', 'config': {"
                + " 'vendor': ['other'], 'editMode': ['READ_ONLY'], 'enabled': ['true'],"
                + " 'usersDn': ['ou=people,dc=example'], 'authType': ['none'],"
                + " 'usernameLDAPAttribute': ['uid'], 'rdnLDAPAttribute': ['uid'],"
                + " 'uuidLDAPAttribute': ['entryUUID'], 'userObjectClasses': ['person']}}");
    ldap.withObject("config")
        .withArray("connectionUrl")
        .add("ldap://localhost:" + Deployment.freePort());
    realm.admin().post(realm.path("/components"), ldap);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String url = realm.server().url() + "/admin/realms" + realm.path("/helpshift/" + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header(
                    "Authorization",
                    "Bearer " + realm.oidc().login("admin-cli", "helpdesk").access())
                .build(),
            BodyHandlers.ofString());
  }
}
