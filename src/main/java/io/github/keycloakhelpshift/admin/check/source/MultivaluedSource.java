package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds identities from an attribute that can have several values. */
public record MultivaluedSource(CheckedRealm realm) implements IdentityRule {

  @Override
  public Stream<Finding> findings(IdentitySource identity) {
    return identity.isAttribute() && realm.sources().isMultivalued(identity.source().name())
        ? Stream.of(identity.finding(Code.SOURCE_MULTIVALUED))
        : Stream.empty();
  }
}
