package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Source;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds session notes that contain a credential. */
public record CredentialNote(CheckedRealm realm) implements SourceRule {

  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i).*(token|credential|password|secret|assertion).*");

  @Override
  public Stream<Finding> findings(MappedSource source) {
    return source.source().kind() == Source.Kind.NOTE
            && CREDENTIAL.matcher(source.source().name()).matches()
        ? Stream.of(source.finding(Code.SOURCE_IS_CREDENTIAL))
        : Stream.empty();
  }
}
