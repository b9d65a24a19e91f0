package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.UsedSecret;
import java.util.List;
import java.util.stream.Stream;

/** Finds one secret for two platform ids. Helpshift gives each app its own. */
public record SecretOfTwoApps(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    List<UsedSecret> secrets = realm.usedSecrets().toList();
    return secrets.stream()
        .flatMap(
            one ->
                secrets.stream()
                    .skip(secrets.indexOf(one) + 1L)
                    .filter(other -> areOfTwoApps(one, other))
                    .filter(other -> other.method().equals(one.method()))
                    .filter(other -> other.secret().isSame(one.secret()))
                    .map(other -> finding(one, other)));
  }

  /** A key provider without a platform id is for any app, and so for the other's app, too. */
  private static boolean areOfTwoApps(UsedSecret one, UsedSecret other) {
    return !one.platformId().isBlank()
        && !other.platformId().isBlank()
        && !one.platformId().equals(other.platformId());
  }

  private static Finding finding(UsedSecret one, UsedSecret other) {
    Finding finding =
        Finding.of(
            Code.SECRET_SHARED,
            other.place(),
            one.holder(),
            other.holder(),
            one.platformId(),
            other.platformId());
    // Two client scopes can name the same secret in the vault.
    return other.place().equals(Place.REALM) ? finding : finding.as("reference");
  }
}
