package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTypeTest {

  @Test
  @DisplayName("identifier: one of the twelve that Helpshift names")
  void identifiers() {
    assertThat(Arrays.stream(IdentityType.values()).map(IdentityType::identifier))
        .containsExactly(
            "uid",
            "email",
            "phone_number",
            "facebook_id",
            "discord_id",
            "whatsapp_id",
            "google_playstore_id",
            "apple_gamecenter_id",
            "nintendo_id",
            "psn_id",
            "xbox_live_id",
            "steam_id");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("value: at most 750 characters for uid, 300 for every other identifier")
  @CsvSource({
    "UID, 750",
    "EMAIL, 300",
    "PHONE_NUMBER, 300",
    "FACEBOOK_ID, 300",
    "DISCORD_ID, 300",
    "WHATSAPP_ID, 300",
    "GOOGLE_PLAYSTORE_ID, 300",
    "APPLE_GAMECENTER_ID, 300",
    "NINTENDO_ID, 300",
    "PSN_ID, 300",
    "XBOX_LIVE_ID, 300",
    "STEAM_ID, 300"
  })
  void limits(IdentityType type, int limit) {
    assertThat(type.maxLength()).isEqualTo(limit);
    assertThat(IdentityType.of(type.identifier())).contains(type);
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("identifiers are case-sensitive")
  @ValueSource(strings = {"", "UID", "Steam_id", "steam_id ", "steamId", "twitch_id"})
  void unknown(String identifier) {
    assertThat(IdentityType.of(identifier)).isEmpty();
  }
}
