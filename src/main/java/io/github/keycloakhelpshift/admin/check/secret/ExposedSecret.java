package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.CheckedSecret;
import io.github.keycloakhelpshift.settings.SettingEntry;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds secrets where many admins can read them: in an attribute, a mapper or a name. */
public record ExposedSecret(CheckedRealm realm) implements Rule {

  private static final Pattern OURS = Pattern.compile("help_?shift", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECRET =
      Pattern.compile(
          "secret|password|api_?key|shared_?key|hmac|sign(ing)?_?key|private_?key",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Stream<Finding> findings() {
    return Stream.of(
            of(Place.REALM, realm.attributes()),
            realm.holders().flatMap(holder -> of(Place.of(holder), holder.getAttributes())),
            realm.clients().stream()
                .flatMap(client -> client.mappers().stream())
                .flatMap(place -> of(place.place(), place.mapper().getConfig()))
                .map(finding -> finding.as("mapper")),
            realm.secrets().all().stream()
                .filter(CheckedSecret::isExposed)
                .map(secret -> Finding.of(Code.SECRET_IN_ATTRIBUTE, Place.REALM).as("provider")))
        .flatMap(findings -> findings);
  }

  private Stream<Finding> of(Place place, Map<String, String> attributes) {
    return Stream.ofNullable(attributes)
        .flatMap(entries -> entries.entrySet().stream())
        .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
        .filter(
            entry ->
                isNamed(entry.getKey(), entry.getValue())
                    || realm.knownSecrets().isOne(entry.getValue()))
        .map(
            entry ->
                Finding.of(Code.SECRET_IN_ATTRIBUTE, place.setting(entry.getKey()), entry.getKey())
                    .as(place.kind()));
  }

  /**
   * Whether the key says that the value is a secret. The name of a custom field can contain the
   * word: its value is only a source.
   */
  private static boolean isNamed(String key, String value) {
    return OURS.matcher(key).find()
        && SECRET.matcher(key.replaceAll("[.\\s-]", "_")).find()
        && !new StandIn(value).isReference()
        && !new StandIn(value).isPlaceholder()
        && !new SettingEntry(key, value).isSource();
  }
}
