package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.AcceptedFindings;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds entries of helpshift.check.accept that accept nothing, because the code is unknown. */
public record UnknownAcceptance(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    Set<String> codes = Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toSet());
    Place place = Place.REALM.setting(Setting.CHECK_ACCEPT.key());
    return AcceptedFindings.parse(realm.attributes().getOrDefault(Setting.CHECK_ACCEPT.key(), ""))
        .entries()
        .stream()
        .map(AcceptedFindings.Entry::code)
        .filter(code -> !codes.contains(code))
        .map(
            code ->
                Suggestion.of(code, codes)
                    .map(meant -> Finding.of(Code.ACCEPT_UNKNOWN, place, code, meant).as("near"))
                    .orElseGet(() -> Finding.of(Code.ACCEPT_UNKNOWN, place, code)));
  }
}
