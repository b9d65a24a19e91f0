package io.github.keycloakhelpshift.admin.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.util.JsonSerialization;

/**
 * The {@code ETag} of some settings: it changes when one of them does.
 *
 * @param text with its quotation marks
 */
record SettingsTag(String text) {

  static SettingsTag of(SortedMap<String, String> settings) {
    try {
      byte[] hash =
          HashUtils.hash(JavaAlgorithm.SHA256, JsonSerialization.writeValueAsBytes(settings));
      return new SettingsTag(
          '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether an {@code If-Match} allows these settings to be replaced. It names settings, not bytes,
   * so a tag that a proxy has made a weak one counts.
   *
   * @param header empty: any settings may be replaced
   */
  boolean isAllowedBy(String header) {
    return header.isBlank()
        || header.strip().equals("*")
        || Arrays.stream(header.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(text::equals);
  }
}
