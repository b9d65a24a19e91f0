package io.github.keycloakhelpshift.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a token's identities, metadata and user data come from: the first so many of twenty. */
final class Sources {

  /** The identity provider that users have linked. */
  static final String LINKED_PROVIDER = "discord";

  /**
   * The link's user id once more, as a user attribute: no mapper of Keycloak's puts a link into an
   * access token, so services that sign outside of Keycloak have to copy it.
   */
  static final String LINK_ATTRIBUTE = "discordId";

  private static final String LINK = "idp:" + LINKED_PROVIDER;
  private static final String SWITCHED_OFF = "none";
  private static final String EMAIL_SETTING = "identity.email";

  private static final List<Map.Entry<String, String>> ALL =
      List.of(
          Map.entry("identity.uid", "id"),
          Map.entry(EMAIL_SETTING, "email"),
          Map.entry("identity.steam_id", "steamId"),
          Map.entry("identity.psn_id", "psnId"),
          Map.entry("identity.discord_id", LINK),
          Map.entry("identity.phone_number", "phoneNumber"),
          Map.entry("identity.facebook_id", "facebookId"),
          Map.entry("identity.whatsapp_id", "whatsappId"),
          Map.entry("identity.google_playstore_id", "googlePlaystoreId"),
          Map.entry("identity.apple_gamecenter_id", "appleGamecenterId"),
          Map.entry("identity.nintendo_id", "nintendoId"),
          Map.entry("identity.xbox_live_id", "xboxLiveId"),
          Map.entry("identity.steam_id.metadata.name", "steamName"),
          Map.entry("identity.psn_id.metadata.region", "psnRegion"),
          Map.entry("user_data.global.first_name", "firstName"),
          Map.entry("user_data.global.last_name", "lastName"),
          Map.entry("user_data.global.user_vip_segment", "vipSegment"),
          Map.entry("user_data.app.user_level", "level"),
          Map.entry("user_data.app.user_persona", "persona"),
          Map.entry("user_data.app.custom_user_fields.favourite_map", "favouriteMap"));

  /**
   * The claims that Keycloak's client scopes {@code basic}, {@code email}, {@code profile} make.
   */
  private static final Map<String, String> STANDARD_CLAIMS =
      Map.of("id", "sub", "email", "email", "firstName", "given_name", "lastName", "family_name");

  private final List<Map.Entry<String, String>> asked;

  Sources(int number) {
    asked = ALL.subList(0, number);
  }

  /** The realm's settings, without the prefix that all settings share. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(EMAIL_SETTING, SWITCHED_OFF);
    asked.forEach(source -> settings.put(source.getKey(), source.getValue()));
    return settings;
  }

  /** Which claim of an access token says what a setting's source says. */
  Map<String, String> claims() {
    Map<String, String> claims = new LinkedHashMap<>();
    asked.forEach(source -> claims.put(source.getKey(), claim(source.getValue())));
    return claims;
  }

  /** The user attributes that there have to be. */
  Set<String> attributes() {
    return Set.copyOf(
        claims().values().stream().filter(claim -> !STANDARD_CLAIMS.containsValue(claim)).toList());
  }

  private static String claim(String source) {
    return source.equals(LINK) ? LINK_ATTRIBUTE : STANDARD_CLAIMS.getOrDefault(source, source);
  }
}
