package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The realms of this JVM's tests. One serves the next test whose realm differs only in its {@link
 * RealmContents}: Keycloak takes a third of a second for the first realm, and two seconds for each
 * where there are 200.
 */
public final class RealmPool {

  /** Realms that are the same but for their names and contents. */
  private record Kind(URI server, ObjectNode shape) {}

  /** The client whose roles make admins. What they change in a realm, this class does not see. */
  private static final String ADMIN_ROLES = "realm-management";

  private static final Map<Kind, Deque<TestRealm>> IDLE = new HashMap<>();
  private static final Map<TestRealm, Kind> LENT_TO_CLASS = new HashMap<>();
  private static final Map<TestRealm, Kind> LENT_TO_TEST = new HashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static boolean inTest;

  private RealmPool() {}

  /**
   * Lends a realm until the end of the test, or of the test class if no test runs yet.
   *
   * @param template the realm of that name, as an import takes it
   */
  public static TestRealm lend(KeycloakServer server, Function<String, ObjectNode> template) {
    ObjectNode shape = template.apply("NAME");
    RealmContents contents = RealmContents.takeFrom(shape);
    if (!Stream.of(shape, contents.users()).allMatch(RealmPool::onlyLetsAdminsLook)) {
      return make(server, template);
    }
    Kind kind = new Kind(server.url(), shape);
    TestRealm realm = IDLE.computeIfAbsent(kind, key -> new ArrayDeque<>()).poll();
    if (realm == null || !realm.renew(RealmContents.takeFrom(template.apply(realm.name())))) {
      realm = make(server, template);
    }
    (inTest ? LENT_TO_TEST : LENT_TO_CLASS).put(realm, kind);
    return realm;
  }

  private static boolean onlyLetsAdminsLook(JsonNode realm) {
    return realm.findValues(ADMIN_ROLES).stream()
        .flatMap(roles -> StreamSupport.stream(roles.spliterator(), false))
        .allMatch(role -> role.asText().matches("(view|query)-.*"));
  }

  /** Makes one. Unless {@link #lend} makes it, no other test gets it. */
  static TestRealm make(KeycloakServer server, Function<String, ObjectNode> template) {
    ObjectNode realm = template.apply("it" + COUNT.incrementAndGet());
    return RealmImport.post(server, realm);
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
