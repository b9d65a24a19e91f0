package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds servers where admins may impersonate users. */
public record Impersonation(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.server().impersonation()
        ? Stream.of(Finding.of(Code.IMPERSONATION, Place.REALM))
        : Stream.empty();
  }
}
