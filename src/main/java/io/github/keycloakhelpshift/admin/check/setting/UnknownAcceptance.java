package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.AcceptedFindings;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/**
 * Finds entries of helpshift.check.accept that accept nothing, because the code is unknown or the
 * name after it is nearly another.
 */
public record UnknownAcceptance(CheckedRealm realm) implements Rule {

  private static final Place PLACE = Place.REALM.setting(Setting.CHECK_ACCEPT.key());

  /** Several codes in one: something other than a comma is between them. */
  private static final Pattern SEVERAL = Pattern.compile("\\w+\\s*[;|\\s]\\s*\\w.*");

  private static final Set<String> CODES =
      Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toUnmodifiableSet());

  @Override
  public Stream<Finding> findings() {
    List<AcceptedFindings.Entry> entries =
        AcceptedFindings.parse(realm.attributes().getOrDefault(Setting.CHECK_ACCEPT.key(), ""))
            .entries();
    Set<String> names = names();
    return Stream.concat(
        entries.stream().map(AcceptedFindings.Entry::code).flatMap(code -> ofCode(code).stream()),
        entries.stream()
            .flatMap(entry -> entry.about().stream())
            .flatMap(about -> ofPlace(about, names).stream()));
  }

  private static Optional<Finding> ofCode(String code) {
    if (SEVERAL.matcher(code).matches()) {
      return Optional.of(Finding.of(Code.ACCEPT_UNKNOWN, PLACE, code).as("separator"));
    }
    return CODES.contains(code)
        ? Optional.empty()
        : Optional.of(
            new Spelling(code)
                .nearest(CODES)
                .map(meant -> Finding.of(Code.ACCEPT_UNKNOWN, PLACE, code, meant).as("near"))
                .orElseGet(() -> Finding.of(Code.ACCEPT_UNKNOWN, PLACE, code)));
  }

  /** Returns what a finding can be about. */
  private Set<String> names() {
    Set<String> names = new TreeSet<>(SettingKeys.ALL);
    realm.allClients().stream().map(ClientModel::getClientId).forEach(names::add);
    realm.scopes().stream().map(ClientScopeModel::getName).forEach(names::add);
    return names;
  }

  /** Only if it is nearly a known name: a finding can be about any key of an attribute. */
  private static Optional<Finding> ofPlace(String about, Set<String> names) {
    return Setting.of(about).isPresent() || names.contains(about)
        ? Optional.empty()
        : new Spelling(about)
            .nearest(names)
            .map(meant -> Finding.of(Code.ACCEPT_UNKNOWN, PLACE, about, meant).as("about"));
  }
}
