package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Verifies users of domains without User Hub, and remembers them for tests. */
final class Verifications {

  private final Map<String, VerificationRules> rules = new ConcurrentHashMap<>();
  private final List<Verification> all = new CopyOnWriteArrayList<>();

  void add(String platformId, String secret) {
    rules.put(platformId, new VerificationRules(secret));
  }

  boolean verifies(String platformId) {
    return rules.containsKey(platformId);
  }

  List<Verification> all() {
    return List.copyOf(all);
  }

  Verdict verify(JsonNode request) {
    String platformId = request.path("platformId").asText();
    Verification user =
        new Verification(
            platformId,
            request.path("userId").asText(),
            request.path("userEmail").asText(),
            request.path("fullPrivacy").asBoolean(),
            "");
    Verification judged = rules.get(platformId).judge(user, request.path("userAuthToken").asText());
    all.add(judged);
    return judged.accepted() ? Verdict.OK : Verdict.refused(judged.failure());
  }
}
