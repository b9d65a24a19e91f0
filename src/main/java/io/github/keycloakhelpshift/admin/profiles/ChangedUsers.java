package io.github.keycloakhelpshift.admin.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Who changed since when. Keycloak keeps no time of change with a user; its stored events are all
 * that can tell, in a realm that stores them for long enough.
 */
final class ChangedUsers {

  private static final EventType[] CHANGES = {
    EventType.REGISTER,
    EventType.UPDATE_PROFILE,
    EventType.UPDATE_EMAIL,
    EventType.VERIFY_EMAIL,
    EventType.FEDERATED_IDENTITY_LINK,
    EventType.REMOVE_FEDERATED_IDENTITY,
    EventType.IDENTITY_PROVIDER_FIRST_LOGIN
  };

  private static final String USERS = "users/";
  private static final int PAGE = 1_000;

  /** One page of a list of events, the latest first. */
  @FunctionalInterface
  private interface Pages<E> {
    Stream<E> read(EventStoreProvider events, int first);
  }

  private ChangedUsers() {}

  /** Why the realm's events can't tell; empty where they can. */
  static Optional<String> whyUnknown(RealmModel realm, Instant since, Instant now) {
    if (!realm.isEventsEnabled() || !realm.isAdminEventsEnabled()) {
      return Optional.of(
          "can't be told: Keycloak keeps no time of change, and this realm does not save its user"
              + " events and its admin events");
    }
    long seconds = now.getEpochSecond() - since.getEpochSecond();
    long userEvents = realm.getEventsExpiration();
    String adminEvents = realm.getAttribute("adminEventsExpiration");
    if (isShorter(userEvents, seconds)
        || (adminEvents != null
            && adminEvents.matches("\\d+")
            && isShorter(Long.parseLong(adminEvents), seconds))) {
      return Optional.of("lies further back than the events that this realm keeps");
    }
    Set<String> saved = realm.getEnabledEventTypesStream().collect(Collectors.toSet());
    List<String> missing =
        Stream.of(CHANGES).map(EventType::name).filter(type -> !saved.contains(type)).toList();
    return saved.isEmpty() || missing.isEmpty()
        ? Optional.empty()
        : Optional.of("can't be told: this realm does not save the events " + missing);
  }

  /**
   * The ids of those users, in order. Its size is the number of changed users.
   *
   * <p>Each page is read in a session and transaction of its own, so the heap does not grow with
   * the number of events.
   */
  static List<String> since(KeycloakSession session, RealmModel realm, Instant since) {
    KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
    String realmId = realm.getId();
    SortedSet<String> ids = new TreeSet<>();
    collect(
        sessions,
        (events, first) ->
            events
                .createQuery()
                .realm(realmId)
                .type(CHANGES)
                .orderByDescTime()
                .firstResult(first)
                .maxResults(PAGE)
                .getResultStream(),
        Event::getTime,
        Event::getUserId,
        since,
        ids);
    collect(
        sessions,
        (events, first) ->
            events
                .createAdminQuery()
                .realm(realmId)
                .resourcePath(USERS + "*")
                .orderByDescTime()
                .firstResult(first)
                .maxResults(PAGE)
                .getResultStream(),
        AdminEvent::getTime,
        event -> userId(event.getResourcePath()),
        since,
        ids);
    return List.copyOf(ids);
  }

  /** Reads back from the latest, because the queries' own filter by time differs by version. */
  private static <E> void collect(
      KeycloakSessionFactory sessions,
      Pages<E> pages,
      ToLongFunction<E> time,
      Function<E, String> userId,
      Instant since,
      Set<String> ids) {
    int recent = PAGE;
    for (int first = 0; recent == PAGE; first += PAGE) {
      int from = first;
      recent =
          KeycloakModelUtils.runJobInTransactionWithResult(
              sessions,
              session -> {
                List<E> page =
                    pages
                        .read(session.getProvider(EventStoreProvider.class), from)
                        .filter(event -> time.applyAsLong(event) >= since.toEpochMilli())
                        .toList();
                page.stream().map(userId).filter(Objects::nonNull).forEach(ids::add);
                return page.size();
              });
    }
  }

  private static boolean isShorter(long expiration, long seconds) {
    return expiration > 0 && expiration < seconds;
  }

  /** {@code users/<id>/groups/<id>} and the like. */
  private static String userId(String resourcePath) {
    String rest = resourcePath.substring(USERS.length());
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }
}
