package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.settings.CommaList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SortedMap;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.util.JsonSerialization;

/**
 * The {@code ETag} of some settings: it changes when one of them does.
 *
 * @param text the tag with its quotation marks
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
   * Whether an {@code If-Match} allows the replacement of these settings. The tag identifies
   * settings, not bytes, so it also counts if a proxy has made it a weak one.
   *
   * @param header the header; empty allows every replacement
   */
  boolean isAllowedBy(String header) {
    return header.isBlank()
        || header.strip().equals("*")
        || new CommaList(header)
            .parts()
            .map(tag -> tag.replaceFirst("^W/", ""))
            .anyMatch(text::equals);
  }
}
