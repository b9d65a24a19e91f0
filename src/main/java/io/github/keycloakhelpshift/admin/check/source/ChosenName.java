package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Source;
import java.util.stream.Stream;

/** Finds identities from the session note with a name that users can choose at their provider. */
public record ChosenName(CheckedRealm realm) implements IdentityRule {

  private static final Source NAME = new Source(Source.Kind.NOTE, "identity_provider_identity");

  @Override
  public Stream<Finding> findings(IdentitySource identity) {
    return identity.source().equals(NAME)
        ? Stream.of(identity.finding(Code.NOTE_IS_A_NAME))
        : Stream.empty();
  }
}
