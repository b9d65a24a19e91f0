package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Source;
import java.util.stream.Stream;

/** Finds linked accounts of identity providers that nobody can link any more. */
public record DisabledProvider(CheckedRealm realm) implements SourceRule {

  @Override
  public Stream<Finding> findings(MappedSource source) {
    return source.source().kind() == Source.Kind.IDENTITY_PROVIDER
            && realm.providers().isDisabled(source.source().name())
        ? Stream.of(source.finding(Code.IDENTITY_PROVIDER_DISABLED))
        : Stream.empty();
  }
}
