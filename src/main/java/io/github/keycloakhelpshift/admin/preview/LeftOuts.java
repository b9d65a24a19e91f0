package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Source;
import io.github.keycloakhelpshift.user.LeftOut;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is mapped and not sent.
 *
 * @param person the user as the admin may view them
 */
record LeftOuts(Person person, HelpshiftSettings settings, ReasonTexts texts) {

  List<LeftOutRepresentation> of(MappedIdentities mapped) {
    Stream<LeftOutRepresentation> metadata =
        mapped.fullPrivacy()
            ? Stream.empty()
            : mapped.identities().stream().flatMap(one -> hiddenMetadata(one.type()));
    return Stream.concat(mapped.leftOut().stream().map(this::identity), metadata).toList();
  }

  private LeftOutRepresentation identity(LeftOut one) {
    Source source = settings.identities().get(one.type()).value();
    boolean note = source.kind() == Source.Kind.NOTE && one.reason().equals(LeftOut.ABSENT);
    return leftOut(
        one.type(),
        Optional.empty(),
        source,
        one.reason(),
        note ? "a session note: known only while the user is signed in" : one.description());
  }

  private Stream<LeftOutRepresentation> hiddenMetadata(IdentityType type) {
    return settings.identities().get(type).metadata().entrySet().stream()
        .filter(entry -> person.isHidden(entry.getValue()))
        .map(
            entry ->
                leftOut(
                    type,
                    Optional.of(entry.getKey()),
                    entry.getValue(),
                    LeftOut.HIDDEN,
                    LeftOut.HIDING));
  }

  private LeftOutRepresentation leftOut(
      IdentityType type, Optional<String> metadata, Source source, String reason, String english) {
    return new LeftOutRepresentation(
        type.identifier(), metadata, source.toString(), reason, texts.describe(reason, english));
  }
}
