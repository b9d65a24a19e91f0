package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;

/** The tokens that Keycloak's token endpoint gives a client; a missing one is null. */
public record TokenSet(String access, String refresh, String id) {

  static TokenSet of(JsonNode json) {
    return new TokenSet(
        json.path("access_token").textValue(),
        json.path("refresh_token").textValue(),
        json.path("id_token").textValue());
  }
}
