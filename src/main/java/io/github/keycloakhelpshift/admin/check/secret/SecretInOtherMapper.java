package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import io.github.keycloakhelpshift.client.ScopeMappers;
import java.util.stream.Stream;

/** Finds a shared secret in a mapper of another kind, for example in one with a fixed claim. */
public record SecretInOtherMapper(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm
        .holders()
        .flatMap(
            holder ->
                holder
                    .getProtocolMappersStream()
                    .filter(mapper -> !ScopeMappers.MAPPER_ID.equals(mapper.getProtocolMapper()))
                    .map(mapper -> new MapperPlace(mapper, holder, false)))
        .flatMap(this::of);
  }

  private Stream<Finding> of(MapperPlace place) {
    return place.mapper().getConfig().entrySet().stream()
        .filter(entry -> realm.knownSecrets().isOne(entry.getValue()))
        .map(
            entry ->
                Finding.of(
                        Code.SECRET_IN_ATTRIBUTE,
                        place.place().setting(entry.getKey()),
                        entry.getKey(),
                        place.mapper().getName())
                    .as("other_mapper"));
  }
}
