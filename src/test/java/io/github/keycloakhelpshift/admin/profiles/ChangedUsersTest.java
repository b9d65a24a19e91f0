package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AdminEventQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.mockito.MockedStatic;

class ChangedUsersTest {

  private static final Instant SINCE = Instant.ofEpochMilli(1_000);
  private static final int RECENT = 2_500;
  private static final int OLDER = 1_000;

  private final KeycloakSession session = mock(KeycloakSession.class);
  private final RealmModel realm = mock(RealmModel.class);
  private final List<KeycloakSession> ofPages = new ArrayList<>();

  @Test
  @DisplayName("reads each page of events in a session of its own, as far back as was asked")
  void pages() {
    try (MockedStatic<KeycloakModelUtils> jobs = mockStatic(KeycloakModelUtils.class)) {
      jobs.when(() -> KeycloakModelUtils.runJobInTransactionWithResult(any(), any()))
          .thenAnswer(
              call -> call.<KeycloakSessionTaskWithResult<?>>getArgument(1).run(sessionOfAPage()));

      assertThat(ChangedUsers.since(session, realm, SINCE))
          .hasSize(RECENT + 1)
          .contains("user0", "user2499", "renamed")
          .isSorted();
    }

    assertThat(ofPages).hasSize(4);
    for (KeycloakSession one : ofPages) {
      verify(one, times(1)).getProvider(EventStoreProvider.class);
    }
    verify(session, never()).getProvider(EventStoreProvider.class);
  }

  private KeycloakSession sessionOfAPage() {
    KeycloakSession one = mock(KeycloakSession.class);
    EventStoreProvider store = mock(EventStoreProvider.class);
    EventQuery events = userEvents();
    AdminEventQuery adminEvents = adminEvents();
    when(one.getProvider(EventStoreProvider.class)).thenReturn(store);
    when(store.createQuery()).thenReturn(events);
    when(store.createAdminQuery()).thenReturn(adminEvents);
    ofPages.add(one);
    return one;
  }

  /** As many recent ones as make three pages, and older ones. */
  private static EventQuery userEvents() {
    AtomicInteger first = new AtomicInteger();
    EventQuery query = mock(EventQuery.class, RETURNS_SELF);
    doAnswer(
            call -> {
              first.set(call.getArgument(0));
              return query;
            })
        .when(query)
        .firstResult(anyInt());
    doAnswer(
            call ->
                IntStream.range(0, RECENT + OLDER)
                    .mapToObj(ChangedUsersTest::event)
                    .skip(first.get())
                    .limit(1_000))
        .when(query)
        .getResultStream();
    return query;
  }

  private static Event event(int number) {
    Event event = new Event();
    event.setUserId("user" + number);
    event.setTime(SINCE.toEpochMilli() + RECENT - 1 - number);
    return event;
  }

  private static AdminEventQuery adminEvents() {
    AdminEvent event = new AdminEvent();
    event.setResourcePath("users/renamed/groups/g");
    event.setTime(SINCE.toEpochMilli());
    AdminEventQuery query = mock(AdminEventQuery.class, RETURNS_SELF);
    doAnswer(call -> Stream.of(event)).when(query).getResultStream();
    return query;
  }
}
