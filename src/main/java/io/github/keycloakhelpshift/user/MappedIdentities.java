package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.IdentityMapping;
import io.github.keycloakhelpshift.settings.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;

/**
 * A person's identities, mapped with the settings: those that are sent, and those that are left
 * out, with the reason. If one can't be sent, the others still are.
 *
 * @param identities those that are sent, in the order of {@link IdentityType}
 * @param leftOut those that are mapped but not sent
 * @param fullPrivacy whether this person is under full privacy
 */
public record MappedIdentities(
    List<Identity> identities, List<LeftOut> leftOut, boolean fullPrivacy) {

  /**
   * How many seconds a token's time is in the past. Helpshift accepts a token for 24 hours, and
   * does not say whether it accepts a time that is in the future by its own clock.
   */
  public static final int BACKDATE_SECONDS = 60;

  private static final Set<IdentityType> WITHOUT_USER_HUB =
      Set.of(IdentityType.UID, IdentityType.EMAIL);

  /** Maps a person. */
  static MappedIdentities of(Person person, HelpshiftSettings settings) {
    boolean fullPrivacy = person.isUnder(settings.fullPrivacy());
    List<Identity> identities = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    settings
        .identities()
        .forEach(
            (type, mapping) -> {
              if (fullPrivacy && type != IdentityType.UID) {
                leftOut.add(
                    new LeftOut(type, LeftOut.FULL_PRIVACY, "full privacy: only the uid is sent"));
                return;
              }
              if (person.hasSeveralValues(mapping.value())) {
                leftOut.add(
                    new LeftOut(
                        type,
                        LeftOut.SEVERAL_VALUES,
                        "several values in the attribute " + mapping.value().name()));
                return;
              }
              Optional<String> value = person.identity(mapping.value());
              if (value.isEmpty()) {
                leftOut.add(withoutValue(person, type, mapping.value()));
                return;
              }
              try {
                // Full privacy: send the uid without metadata.
                Map<String, String> metadata = fullPrivacy ? Map.of() : metadata(person, mapping);
                Identity identity = new Identity(type, value.get(), metadata);
                if (isUnverifiedEmail(person, settings, identity)) {
                  leftOut.add(
                      new LeftOut(
                          type,
                          LeftOut.EMAIL_NOT_VERIFIED,
                          "not an email address that Keycloak has verified for this user"));
                } else {
                  identities.add(identity);
                }
              } catch (InvalidIdentityException e) {
                leftOut.add(new LeftOut(type, e.violation().name(), e.getMessage()));
              }
            });
    return new MappedIdentities(List.copyOf(identities), List.copyOf(leftOut), fullPrivacy);
  }

  /**
   * Returns the token, issued now.
   *
   * @throws InvalidIdentityException if neither uid nor email is left
   */
  IdentityToken toToken() {
    Instant issuedAt =
        Instant.ofEpochMilli(Time.currentTimeMillis())
            .truncatedTo(ChronoUnit.SECONDS)
            .minusSeconds(BACKDATE_SECONDS);
    return new IdentityToken(identities, issuedAt, fullPrivacy);
  }

  /** Returns only the uid and the email, which a domain without User Hub knows. */
  MappedIdentities withoutUserHub() {
    List<LeftOut> more = new ArrayList<>(leftOut);
    identities.stream()
        .map(Identity::type)
        .filter(type -> !WITHOUT_USER_HUB.contains(type))
        .map(type -> new LeftOut(type, LeftOut.USER_HUB_ONLY, "only domains with User Hub know it"))
        .forEach(more::add);
    return new MappedIdentities(
        identities.stream().filter(one -> WITHOUT_USER_HUB.contains(one.type())).toList(),
        List.copyOf(more),
        fullPrivacy);
  }

  /**
   * Returns them for a domain without User Hub.
   *
   * @throws InvalidIdentityException if there is neither a uid nor an email
   */
  VerifiedUser toVerifiedUser(Optional<String> userName) {
    return new VerifiedUser(
        value(IdentityType.UID), value(IdentityType.EMAIL), userName, fullPrivacy);
  }

  /** Returns the value of that identity; empty if it is not sent. */
  public Optional<String> value(IdentityType type) {
    return Identity.valueIn(identities, type);
  }

  /** Returns the stable name of the reason why that identity is not sent. */
  public String reason(IdentityType type) {
    return leftOut.stream()
        .filter(one -> one.type() == type)
        .map(LeftOut::reason)
        .findFirst()
        .orElse(LeftOut.NOT_MAPPED);
  }

  private static boolean isUnverifiedEmail(
      Person person, HelpshiftSettings settings, Identity identity) {
    return identity.type() == IdentityType.EMAIL
        && settings.emailPolicy() == EmailPolicy.VERIFIED
        && !person.hasVerifiedEmail(identity.value());
  }

  /**
   * Returns the metadata. An entry without a value is skipped. If one entry breaks a limit, all are
   * left out.
   */
  private static Map<String, String> metadata(Person person, IdentityMapping mapping) {
    Map<String, String> metadata = new LinkedHashMap<>();
    mapping
        .metadata()
        .forEach(
            (key, source) -> person.value(source).ifPresent(value -> metadata.put(key, value)));
    return metadata;
  }

  private static LeftOut withoutValue(Person person, IdentityType type, Source source) {
    return person.isHidden(source)
        ? new LeftOut(type, LeftOut.HIDDEN, LeftOut.HIDING)
        : new LeftOut(type, LeftOut.ABSENT, absence(source));
  }

  private static String absence(Source source) {
    return switch (source.kind()) {
      case IDENTITY_PROVIDER -> "no linked account at " + source.name();
      case NOTE -> "no session note " + source.name();
      case ATTRIBUTE -> "no value in the attribute " + source.name();
      case ID, NONE -> "no value";
    };
  }
}
