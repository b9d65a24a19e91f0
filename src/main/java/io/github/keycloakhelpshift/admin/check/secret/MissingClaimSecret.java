package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;

/**
 * Finds claims that no secret can sign. A claim can be for the other way to log in, which has a
 * secret of its own.
 */
public record MissingClaimSecret(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .flatMap(
            client ->
                client.mappers().stream()
                    .filter(place -> place.claim().canBeSigned())
                    .flatMap(place -> of(place, client.layer().values())));
  }

  private Stream<Finding> of(MapperPlace place, HelpshiftSettings settings) {
    // For the way that users log in by, it is the same mistake as without the claim.
    return settings.otherLoginOfClaim().stream()
        .filter(login -> realm.lacksSecret(settings, login))
        .map(
            login ->
                Finding.of(
                        Code.SECRET_MISSING,
                        place.place().setting(Setting.CLAIM_FORMAT.key()),
                        place.claim().name().orElseThrow(),
                        login.text(),
                        settings.login().text())
                    .as("claim"));
  }
}
