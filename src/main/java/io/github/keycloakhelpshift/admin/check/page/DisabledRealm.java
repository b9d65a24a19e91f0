package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds realms that nobody can sign in to. */
public record DisabledRealm(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.model().isEnabled()
        ? Stream.empty()
        : Stream.of(Finding.of(Code.REALM_DISABLED, Place.REALM));
  }
}
