package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.IdentityMapping;
import io.github.keycloakhelpshift.settings.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps a person's identities with the settings. If one can't be sent, the others still are. */
final class IdentityMapper {

  private final Person person;
  private final EmailPolicy emailPolicy;
  private final boolean fullPrivacy;
  private final List<Identity> identities = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  IdentityMapper(Person person, HelpshiftSettings settings) {
    this.person = person;
    this.emailPolicy = settings.emailPolicy();
    this.fullPrivacy = person.isUnder(settings.fullPrivacy());
    settings.identities().forEach(this::map);
  }

  MappedIdentities mapped() {
    return new MappedIdentities(List.copyOf(identities), List.copyOf(leftOut), fullPrivacy);
  }

  private void map(IdentityType type, IdentityMapping mapping) {
    Source source = mapping.value();
    if (fullPrivacy && type != IdentityType.UID) {
      leaveOut(type, LeftOut.FULL_PRIVACY, "full privacy: only the uid is sent");
    } else if (person.hasSeveralValues(source)) {
      leaveOut(type, LeftOut.SEVERAL_VALUES, "several values in the attribute " + source.name());
    } else {
      person
          .identity(source)
          .ifPresentOrElse(
              value -> map(type, value, mapping.metadata()), () -> withoutValue(type, source));
    }
  }

  private void map(IdentityType type, String value, Map<String, Source> metadata) {
    try {
      // Full privacy: send the uid without metadata.
      Identity identity = new Identity(type, value, fullPrivacy ? Map.of() : values(metadata));
      if (isUnverifiedEmail(identity)) {
        leaveOut(
            type,
            LeftOut.EMAIL_NOT_VERIFIED,
            "not an email address that Keycloak has verified for this user");
      } else {
        identities.add(identity);
      }
    } catch (InvalidIdentityException e) {
      leaveOut(type, e.violation().name(), e.getMessage());
    }
  }

  private void leaveOut(IdentityType type, String reason, String description) {
    leftOut.add(new LeftOut(type, reason, description));
  }

  private boolean isUnverifiedEmail(Identity identity) {
    return identity.type() == IdentityType.EMAIL
        && emailPolicy == EmailPolicy.VERIFIED
        && !person.hasVerifiedEmail(identity.value());
  }

  /**
   * Returns the metadata. An entry without a value is skipped. If one entry breaks a limit, all are
   * left out.
   */
  private Map<String, String> values(Map<String, Source> metadata) {
    Map<String, String> values = new LinkedHashMap<>();
    metadata.forEach(
        (key, source) -> person.value(source).ifPresent(value -> values.put(key, value)));
    return values;
  }

  private void withoutValue(IdentityType type, Source source) {
    if (person.isHidden(source)) {
      leaveOut(type, LeftOut.HIDDEN, LeftOut.HIDING);
    } else {
      leaveOut(
          type,
          LeftOut.ABSENT,
          switch (source.kind()) {
            case IDENTITY_PROVIDER -> "no linked account at " + source.name();
            case NOTE -> "no session note " + source.name();
            case ATTRIBUTE -> "no value in the attribute " + source.name();
            case ID, NONE -> "no value";
          });
    }
  }
}
