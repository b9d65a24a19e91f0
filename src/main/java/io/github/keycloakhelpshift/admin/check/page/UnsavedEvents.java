package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.EventType;

/** Finds realms that do not save the events that tell support why a user has no token. */
public record UnsavedEvents(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    if (!realm.model().isEventsEnabled()) {
      return Stream.of(Finding.of(Code.EVENTS_NOT_SAVED, Place.REALM));
    }
    Set<String> types = realm.model().getEnabledEventTypesStream().collect(Collectors.toSet());
    return types.isEmpty()
            || types.containsAll(
                Set.of(EventType.TOKEN_EXCHANGE.name(), EventType.TOKEN_EXCHANGE_ERROR.name()))
        ? Stream.empty()
        : Stream.of(Finding.of(Code.EVENTS_NOT_SAVED, Place.REALM).as("types"));
  }
}
