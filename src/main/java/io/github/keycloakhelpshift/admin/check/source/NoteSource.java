package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MappedSources;
import io.github.keycloakhelpshift.settings.Source;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds session notes that contain a credential, or a name that users can choose. */
public record NoteSource(CheckedRealm realm) implements Rule {

  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i).*(token|credential|password|secret|assertion).*");
  private static final String CHOSEN_NAME = "identity_provider_identity";

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(
        realm.layers().stream()
            .flatMap(
                layer ->
                    MappedSources.of(layer.values()).entrySet().stream()
                        .filter(entry -> isNote(entry.getValue()))
                        .filter(entry -> CREDENTIAL.matcher(entry.getValue().name()).matches())
                        .map(
                            entry ->
                                Finding.of(
                                    Code.SOURCE_IS_CREDENTIAL,
                                    layer.place(entry.getKey()),
                                    entry.getValue()))),
        IdentitySource.of(realm)
            .filter(identity -> isNote(identity.source()))
            .filter(identity -> identity.source().name().equals(CHOSEN_NAME))
            .map(identity -> identity.finding(Code.NOTE_IS_A_NAME)));
  }

  private static boolean isNote(Source source) {
    return source.kind() == Source.Kind.NOTE;
  }
}
