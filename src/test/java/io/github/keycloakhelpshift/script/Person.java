package io.github.keycloakhelpshift.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A user of the stub, as Helpshift is to know them. */
record Person(
    Map<String, String> identities,
    boolean fullPrivacy,
    Map<String, Object> globalData,
    Map<String, Object> appData) {

  static Person named(String uid) {
    return new Person(Map.of("uid", uid, "email", uid + "@example.com"), false, Map.of(), Map.of());
  }

  Person with(String identifier, String value) {
    Map<String, String> more = new LinkedHashMap<>(identities);
    more.put(identifier, value);
    return new Person(more, fullPrivacy, globalData, appData);
  }

  /** With these identities only, or all where none is named. */
  Person only(Set<String> identifiers) {
    if (identifiers.isEmpty()) {
      return this;
    }
    Map<String, String> fewer = new LinkedHashMap<>(identities);
    fewer.keySet().retainAll(identifiers);
    return new Person(fewer, fullPrivacy, globalData, appData);
  }

  Person inFullPrivacy() {
    return new Person(Map.of("uid", uid()), true, Map.of(), Map.of());
  }

  Person withUserData(Map<String, Object> global, Map<String, Object> app) {
    return new Person(identities, fullPrivacy, global, app);
  }

  String uid() {
    return identities.getOrDefault("uid", "");
  }

  String email() {
    return identities.getOrDefault("email", "");
  }
}
