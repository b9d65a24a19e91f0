package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the mapper in scopes that not every token has. */
public record OptionalScope(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .map(client -> client.mappers().get(0))
        .filter(place -> !place.isOwn())
        .flatMap(place -> Stream.of(optional(place), limited(place)))
        .flatMap(Optional::stream);
  }

  private static Optional<Finding> optional(MapperPlace place) {
    return place.optional() ? Optional.of(finding(Code.SCOPE_OPTIONAL, place)) : Optional.empty();
  }

  private static Optional<Finding> limited(MapperPlace place) {
    return place.scope().getScopeMappingsStream().findAny().isPresent()
        ? Optional.of(finding(Code.SCOPE_LIMITED, place))
        : Optional.empty();
  }

  private static Finding finding(Code code, MapperPlace place) {
    return Finding.of(code, place.place(), place.scope().getName());
  }
}
