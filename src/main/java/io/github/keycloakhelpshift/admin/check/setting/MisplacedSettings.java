package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds settings where nothing reads them: in attributes of clients and client scopes. */
public record MisplacedSettings(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm
        .holders()
        .flatMap(
            holder ->
                Stream.ofNullable(holder.getAttributes())
                    .flatMap(attributes -> attributes.entrySet().stream())
                    .filter(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith(Setting.PREFIX))
                    .filter(entry -> !LiteralSecret.isIn(entry.getKey(), entry.getValue()))
                    .map(entry -> finding(Place.of(holder), entry.getKey())));
  }

  private Finding finding(Place place, String key) {
    return Finding.of(Code.SETTING_MISPLACED, place.setting(key), key).as(place.kind());
  }
}
