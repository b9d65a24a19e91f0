package io.github.keycloakhelpshift.support;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The realms of this JVM's tests. One that no admin has changed serves the next test that asks for
 * the same: Keycloak takes a third of a second for the first realm, and two seconds for each where
 * there are 200.
 */
public final class RealmPool {

  /** Realms that are the same but for their names. */
  private record Kind(URI server, String template) {}

  private static final Map<Kind, Deque<TestRealm>> IDLE = new HashMap<>();
  private static final Map<TestRealm, Kind> LENT_TO_CLASS = new HashMap<>();
  private static final Map<TestRealm, Kind> LENT_TO_TEST = new HashMap<>();

  private static boolean inTest;

  private RealmPool() {}

  /**
   * Lends a realm until the end of the test, or of the test class if no test runs yet.
   *
   * @param template tells realms of one kind from others
   * @param make makes one, if every one of this kind is lent
   */
  public static TestRealm lend(KeycloakServer server, String template, Supplier<TestRealm> make) {
    Kind kind = new Kind(server.url(), template);
    TestRealm realm = IDLE.computeIfAbsent(kind, key -> new ArrayDeque<>()).poll();
    if (realm == null) {
      realm = make.get();
    } else {
      server.admin().delete(realm.path("/events"));
    }
    (inTest ? LENT_TO_TEST : LENT_TO_CLASS).put(realm, kind);
    return realm;
  }

  static void testBegins() {
    inTest = true;
  }

  static void testEnds() {
    inTest = false;
    takeBack(LENT_TO_TEST);
  }

  static void classEnds() {
    takeBack(LENT_TO_CLASS);
  }

  private static void takeBack(Map<TestRealm, Kind> lent) {
    lent.forEach(
        (realm, kind) -> {
          if (!realm.isChanged()) {
            IDLE.get(kind).add(realm);
          }
        });
    lent.clear();
  }
}
