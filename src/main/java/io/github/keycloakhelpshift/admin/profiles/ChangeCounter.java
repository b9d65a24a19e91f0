package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.Person;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts the effects of a change of settings on users. */
final class ChangeCounter {

  /** The whole token. Helpshift needs a uid or an email for it. */
  private static final String EVERYTHING = "everything";

  private final HelpshiftSettings before;
  private final HelpshiftSettings after;
  private final SortedMap<String, ChangeCount> changes = new TreeMap<>();
  private long users;
  private long hidden;

  ChangeCounter(HelpshiftSettings before, HelpshiftSettings after) {
    this.before = before;
    this.after = after;
  }

  void add(Person person) {
    users++;
    if (isPrivacyHidden(person)) {
      hidden++;
      return;
    }
    HelpshiftUser now = new HelpshiftUser(person, before);
    if (now.ineligible().isPresent()) {
      // They have no token, and no setting gives them one.
      return;
    }
    MappedIdentities old = now.loginIdentities();
    MappedIdentities wanted = new HelpshiftUser(person, after).loginIdentities();
    for (IdentityType type : IdentityType.values()) {
      count(type.identifier(), old.value(type), wanted.value(type), wanted.reason(type));
    }
    count(
        EVERYTHING,
        token(old),
        token(wanted),
        IdentityType.UID.identifier() + ":" + wanted.reason(IdentityType.UID));
  }

  ChangeSummary summary() {
    return new ChangeSummary(users, hidden, new TreeMap<>(changes));
  }

  /** Counting them would tell the caller a value that they cannot see. */
  private boolean isPrivacyHidden(Person person) {
    return Stream.of(before, after)
        .flatMap(settings -> settings.fullPrivacy().source().stream())
        .anyMatch(person::isHidden);
  }

  private void count(String what, Optional<String> old, Optional<String> wanted, String reason) {
    if (old.equals(wanted)) {
      return;
    }
    ChangeCount change = ChangeCount.OTHER_VALUE;
    if (old.isEmpty()) {
      change = ChangeCount.GAIN;
    } else if (wanted.isEmpty()) {
      change = ChangeCount.loss(reason);
    }
    changes.merge(what, change, ChangeCount::plus);
  }

  private static Optional<String> token(MappedIdentities mapped) {
    return Stream.of(IdentityType.UID, IdentityType.EMAIL)
        .filter(type -> mapped.value(type).isPresent())
        .map(type -> EVERYTHING)
        .findFirst();
  }
}
