package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds settings where nothing reads them: in attributes of clients and client scopes. */
public record MisplacedSettings(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(
        realm.allClients().stream()
            .flatMap(
                client ->
                    of(Place.ofClient(client.getClientId()), client.getAttributes(), "client")),
        realm.scopes().stream()
            .flatMap(scope -> of(Place.ofScope(scope.getName()), scope.getAttributes(), "scope")));
  }

  private static Stream<Finding> of(Place place, Map<String, String> attributes, String variant) {
    return Optional.ofNullable(attributes).orElse(Map.of()).entrySet().stream()
        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith(Setting.PREFIX))
        .filter(entry -> !LiteralSecret.isIn(entry.getKey(), entry.getValue()))
        .map(
            entry ->
                Finding.of(Code.SETTING_MISPLACED, place.setting(entry.getKey()), entry.getKey())
                    .as(variant));
  }
}
