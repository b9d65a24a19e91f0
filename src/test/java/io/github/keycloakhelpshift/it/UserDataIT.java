package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
@DisplayName("User data")
class UserDataIT {

  @Test
  @DisplayName("that is server only is in the bulk export, and in nothing that a browser sees")
  void serverOnly(KeycloakServer keycloak) {
    TestRealm realm =
        RealmTemplate.working()
            .user(
                "ann",
                "{'attributes': {'spend': ['12.5'], 'value': ['47110815471108'], 'level': ['7']}}")
            .attribute("helpshift.user_data.app.last_90d_spend", "spend")
            .attribute("helpshift.user_data.app.user_level", "level")
            .attribute("helpshift.user_data.global.lifetime_value", "value")
            .attribute(
                "helpshift.user_data.server_only", "app.last_90d_spend,global.lifetime_value")
            .create(keycloak);
    String access = realm.oidc().login("web", "ann").access();

    JsonNode token = realm.token().bearer(access).post().json();
    String webChat =
        new TokenRequest(realm.url() + "/helpshift/web-chat", Map.of(), null)
            .bearer(access)
            .send("GET")
            .body();
    JsonNode preview =
        realm.admin().get(realm.path("/helpshift/users/" + realm.userId("ann") + "/preview"));

    assertThat(token.get("user_data"))
        .isEqualTo(Json.of("{'global': {}, 'app': {'user_level': '7'}}"));
    assertThat(webChat).doesNotContain("12.5", "47110815471108");
    assertThat(realm.event("TOKEN_EXCHANGE").toString())
        .doesNotContain("\"12.5\"", "47110815471108");
    assertThat(preview.toString()).doesNotContain("12.5", "47110815471108");
    assertThat(preview.get("user_data_left_out"))
        .isEqualTo(
            Json.of(
                "['app.last_90d_spend is server only: only the bulk export has it',"
                    + " 'global.lifetime_value is server only: only the bulk export has it']"));
    assertThat(realm.admin().send("GET", realm.path("/helpshift/profiles")).body())
        .contains("\"lifetime_value\":\"47110815471108\"")
        .doesNotContain("12.5");
    assertThat(realm.admin().send("GET", realm.path("/helpshift/profiles?scope=app")).body())
        .contains("\"last_90d_spend\":\"12.5\"", "\"user_level\":\"7\"")
        .doesNotContain("47110815471108");
    assertThat(realm.admin().send("GET", realm.path("/helpshift/profiles?scope=all")).status())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("of several lines is left out with its reason where a page could not send it")
  void multiline(KeycloakServer keycloak) {
    TestRealm realm =
        RealmTemplate.working()
            .user("ann", "{'attributes': {'bio': ['" + "b".repeat(1_001) + "']}}")
            .user("bob", "{'attributes': {'bio': ['" + "b".repeat(1_000) + "']}}")
            .attribute("helpshift.user_data.global.custom_user_fields.bio", "bio")
            .attribute("helpshift.user_data.multiline", "global.bio")
            .attribute("helpshift.user_data.global.age", "bio")
            .create(keycloak);

    assertThat(bio(realm, "bob")).hasSize(1_000);
    assertThat(bio(realm, "ann")).isEmpty();
    assertThat(realm.event("TOKEN_EXCHANGE").at("/details/user_data_left_out").asText())
        .contains("global.custom_user_fields.bio is not text of at most 1,000 characters");
    assertThat(realm.admin().send("GET", realm.path("/helpshift/profiles")).body())
        .contains("b".repeat(1_001));
    assertThat(
            realm.admin().get(realm.path("/helpshift/profiles/summary")).get("user_data_left_out"))
        .isEqualTo(Json.of("{'global.age is not a whole number from 1 to 149': 2}"));
  }

  private static String bio(TestRealm realm, String username) {
    return realm
        .token()
        .bearer(realm.oidc().login("web", username).access())
        .post()
        .json()
        .at("/user_data/global/custom_user_fields/bio")
        .asText();
  }
}
