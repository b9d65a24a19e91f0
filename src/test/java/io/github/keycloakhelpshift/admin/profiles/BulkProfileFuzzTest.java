package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.fuzz.Contract;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import io.github.keycloakhelpshift.fuzz.FuzzedPerson;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.keycloak.common.Profile;

/** A profile is one line that Helpshift's bulk call takes, or the person is left out. */
class BulkProfileFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> PROFILE = new TypeReference<>() {};

  @BeforeAll
  static void features() {
    Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.TRANSIENT_USERS, false));
  }

  @AfterAll
  static void noFeatures() {
    Profile.reset();
  }

  @FuzzTest
  void isALineThatHelpshiftTakes(FuzzedDataProvider data) throws JsonProcessingException {
    FuzzedLines lines = new FuzzedLines(data);

    BulkProfile profile =
        BulkProfile.of(
            FuzzedPerson.of(lines),
            new SettingsReader(WebChatHosts.HELPSHIFT)
                .read(lines.section("realm"), Map.of())
                .settings(),
            UserDataScope.GLOBAL);

    if (profile.json().isEmpty()) {
      assertThat(profile.leftOut().orElseThrow()).isNotBlank();
      return;
    }
    String line = JSON.writeValueAsString(profile.json().get());
    assertThat(line).doesNotContain("\n", "\r");
    JsonNode json = JSON.readTree(line);
    assertIdentities(json.get("identities"));
    assertUserData(JSON.convertValue(json, PROFILE));
  }

  private static void assertIdentities(JsonNode identities) {
    Set<String> identifiers = new HashSet<>();
    for (JsonNode identity : identities) {
      String identifier = identity.fieldNames().next();
      assertThat(identifiers.add(identifier)).isTrue();
      assertThat(identity.size()).isEqualTo(identifier.equals("email") ? 2 : 1);
      Contract.assertIdentity(identifier, identity.get(identifier).textValue(), Map.of());
    }
    assertThat(identifiers).contains("uid");
  }

  private static void assertUserData(Map<String, Object> profile) {
    profile.forEach(
        (field, value) -> {
          switch (field) {
            case "identities" -> assertThat((List<?>) value).isNotEmpty();
            case "names" ->
                ((Map<?, ?>) value)
                    .forEach((name, text) -> Contract.assertText((String) text, 1_000));
            case "full_privacy_enabled" -> {
              assertThat(value).isEqualTo(true);
              assertThat(profile).containsOnlyKeys("identities", "full_privacy_enabled");
            }
            case "tags" -> Contract.assertTags((List<?>) value);
            case "custom_fields" -> Contract.assertCustomFields((Map<?, ?>) value);
            case "last_active_date" -> assertThat((String) value).matches("0|\\d+000");
            default -> Contract.assertField(field, (String) value);
          }
        });
  }
}
