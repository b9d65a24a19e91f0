package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ClientRule;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import java.util.stream.Stream;

/** Finds the mapper in scopes that not every token has. */
public record OptionalScope(CheckedRealm realm) implements ClientRule {

  @Override
  public Stream<Finding> findings(CheckedClient client) {
    MapperPlace first = client.mappers().get(0);
    return first.isOwn()
        ? Stream.empty()
        : codes(first).map(code -> Finding.of(code, first.place(), first.holder()));
  }

  private Stream<Code> codes(MapperPlace place) {
    boolean limited = place.scope().getScopeMappingsStream().findAny().isPresent();
    return Stream.concat(
        place.optional() ? Stream.of(Code.SCOPE_OPTIONAL) : Stream.empty(),
        limited ? Stream.of(Code.SCOPE_LIMITED) : Stream.empty());
  }
}
