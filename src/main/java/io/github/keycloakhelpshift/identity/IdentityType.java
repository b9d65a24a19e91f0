package io.github.keycloakhelpshift.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * The twelve identifiers of a Helpshift identity token, and the maximal length of their values.
 *
 * <p>Source: Helpshift's User Hub page, "Identity token format" and "System limits".
 */
public enum IdentityType {
  UID("uid", 750),
  EMAIL("email", 300),
  PHONE_NUMBER("phone_number", 300),
  FACEBOOK_ID("facebook_id", 300),
  DISCORD_ID("discord_id", 300),
  WHATSAPP_ID("whatsapp_id", 300),
  GOOGLE_PLAYSTORE_ID("google_playstore_id", 300),
  APPLE_GAMECENTER_ID("apple_gamecenter_id", 300),
  NINTENDO_ID("nintendo_id", 300),
  PSN_ID("psn_id", 300),
  XBOX_LIVE_ID("xbox_live_id", 300),
  STEAM_ID("steam_id", 300);

  private final String identifier;
  private final int maxLength;

  IdentityType(String identifier, int maxLength) {
    this.identifier = identifier;
    this.maxLength = maxLength;
  }

  /** Returns the name in the token, for example {@code steam_id}. */
  public String identifier() {
    return identifier;
  }

  /** Returns the maximal length of the value, in UTF-16 code units. */
  public int maxLength() {
    return maxLength;
  }

  /** Whether a domain without User Hub knows it. */
  public boolean isKnownWithoutUserHub() {
    return this == UID || this == EMAIL;
  }

  /** Returns the type with that name; empty if Helpshift knows no such identifier. */
  public static Optional<IdentityType> of(String identifier) {
    return Arrays.stream(values()).filter(type -> type.identifier.equals(identifier)).findFirst();
  }
}
