package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The identities that Helpshift has of each user, in whichever tab they came. */
final class Profiles {

  private record Identity(String identifier, String value) {}

  private final Map<String, Set<Identity>> identities = new ConcurrentHashMap<>();

  /** Remembers the identities of a login, which may be known already. */
  void logIn(JsonNode payload) {
    identities(payload)
        .filter(one -> one.identifier().equals("uid") || one.identifier().equals("email"))
        .findFirst()
        .ifPresent(user -> identities(payload).forEach(of(user.value())::add));
  }

  /**
   * Adds identities to a user.
   *
   * @param user the user's uid, or the email of a user who has no uid
   * @return the identifiers of those that the user had already: Helpshift has them twice then
   */
  List<String> add(String user, JsonNode payload) {
    Set<Identity> known = of(user);
    return identities(payload).filter(one -> !known.add(one)).map(Identity::identifier).toList();
  }

  private Set<Identity> of(String user) {
    return identities.computeIfAbsent(user, unused -> ConcurrentHashMap.newKeySet());
  }

  private static Stream<Identity> identities(JsonNode payload) {
    return StreamSupport.stream(payload.path("identities").spliterator(), false)
        .map(one -> new Identity(one.path("identifier").asText(), one.path("value").asText()));
  }
}
