package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** The content of a token and of its user data, without a check of the signature. */
record Answer(Set<JsonNode> identities, JsonNode userData) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer read(String body) throws IOException {
    JsonNode answer = JSON.readTree(body);
    String[] parts = answer.path("identity_token").asText().split("\\.");
    if (parts.length != 3) {
      throw new IOException("No token: " + body);
    }
    Set<JsonNode> identities = new HashSet<>();
    JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
        .path("identities")
        .forEach(identities::add);
    return new Answer(identities, answer.path("user_data"));
  }

  /** How many values there are: of identities, their metadata, and user data. */
  int size() {
    return identities.stream().mapToInt(identity -> 1 + identity.path("metadata").size()).sum()
        + leaves(userData);
  }

  private static int leaves(JsonNode node) {
    if (node.isValueNode()) {
      return 1;
    }
    int sum = 0;
    for (JsonNode child : node) {
      sum += leaves(child);
    }
    return sum;
  }
}
