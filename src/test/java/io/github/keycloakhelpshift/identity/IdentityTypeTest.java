package io.github.keycloakhelpshift.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTypeTest {

  /**
   * Helpshift's page, "Identity token format" and "System limits": a new identifier is a row here.
   */
  private static final Map<String, Integer> HELPSHIFT =
      Map.ofEntries(
          entry("uid", 750),
          entry("email", 300),
          entry("phone_number", 300),
          entry("facebook_id", 300),
          entry("discord_id", 300),
          entry("whatsapp_id", 300),
          entry("google_playstore_id", 300),
          entry("apple_gamecenter_id", 300),
          entry("nintendo_id", 300),
          entry("psn_id", 300),
          entry("xbox_live_id", 300),
          entry("steam_id", 300));

  @Test
  @DisplayName("identifiers and the most characters of their values are those that Helpshift names")
  void identifiers() {
    assertThat(IdentityType.values())
        .extracting(type -> entry(type.identifier(), type.maxLength()))
        .containsExactlyInAnyOrderElementsOf(HELPSHIFT.entrySet());
    assertThat(IdentityType.values())
        .allMatch(type -> IdentityType.of(type.identifier()).equals(Optional.of(type)));
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("identifiers are case-sensitive")
  @ValueSource(strings = {"", "UID", "Steam_id", "steam_id ", "steamId", "twitch_id"})
  void unknown(String identifier) {
    assertThat(IdentityType.of(identifier)).isEmpty();
  }
}
