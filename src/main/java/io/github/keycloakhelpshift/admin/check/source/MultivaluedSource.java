package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.representations.userprofile.config.UPAttribute;

/** Finds identities from an attribute that can have several values. */
public record MultivaluedSource(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return IdentitySource.of(realm)
        .filter(IdentitySource::isAttribute)
        .filter(identity -> isMultivalued(identity.source().name()))
        .map(identity -> identity.finding(Code.SOURCE_MULTIVALUED));
  }

  private boolean isMultivalued(String attribute) {
    return Optional.ofNullable(realm.userProfile().getAttribute(attribute))
        .filter(UPAttribute::isMultivalued)
        .isPresent();
  }
}
