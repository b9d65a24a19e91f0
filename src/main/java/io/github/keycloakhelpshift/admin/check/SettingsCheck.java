package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.admin.settings.RealmSettings;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the settings are there and can be read. */
final class SettingsCheck implements Check {

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    Stream<Finding> noClient =
        realm.clients().isEmpty()
            ? Stream.of(
                new Finding(Rule.NO_CLIENT, "No client has the mapper 'Helpshift identity token'."))
            : Stream.empty();
    return Stream.concat(noClient, realm.layers().stream().flatMap(layer -> ofLayer(realm, layer)));
  }

  private static Stream<Finding> ofLayer(CheckedRealm realm, ClientSettings layer) {
    List<Finding> found = new ArrayList<>();
    for (SettingProblem problem : layer.read().problems()) {
      String key = problem.key();
      if (!RealmSettings.isLiteralSecret(key, layer.value(key))) {
        Rule rule = problem.fatal() ? Rule.SETTING_INVALID : Rule.SETTING_UNKNOWN;
        found.add(new Finding(rule, key, layer.ownerOf(key), problem + suggestion(key)));
      }
    }
    addMisspelt(layer.realmAttributes(), null, found);
    addMisspelt(layer.mapperConfig(), layer.clientId().orElse(null), found);
    HelpshiftSettings settings = layer.read().settings();
    boolean pages = realm.hasPages(layer);
    addMissing(
        pages ? Rule.DOMAIN_MISSING : Rule.NO_WEB_CHAT,
        Setting.DOMAIN,
        settings.domain(),
        layer,
        found);
    addMissing(
        pages ? Rule.PLATFORM_ID_MISSING : Rule.NO_WEB_CHAT,
        Setting.PLATFORM_ID,
        settings.platformId(),
        layer,
        found);
    return found.stream();
  }

  /** One that is there and wrong is not missing. */
  private static void addMissing(
      Rule rule,
      Setting setting,
      Optional<String> value,
      ClientSettings layer,
      List<Finding> found) {
    String key = setting.key();
    if (value.isEmpty() && layer.saidBy(key).equals(ClientSettings.DEFAULT)) {
      found.add(new Finding(rule, key, layer.clientId().orElse(null), key + " is not set."));
    }
  }

  /** Keys that do not even begin like ours, and look as if they should. */
  private static void addMisspelt(Map<String, String> entries, String client, List<Finding> found) {
    entries.keySet().stream()
        .filter(key -> !key.startsWith(Setting.PREFIX))
        .forEach(
            key ->
                SettingKeySuggestion.of(key)
                    .ifPresent(
                        meant ->
                            found.add(
                                new Finding(
                                    Rule.SETTING_UNKNOWN,
                                    key,
                                    client,
                                    key + " is no setting" + suggestion(key)))));
  }

  private static String suggestion(String key) {
    return SettingKeySuggestion.of(key)
        .filter(meant -> !meant.equals(key))
        .map(meant -> "; did you mean " + meant + "?")
        .orElse("");
  }
}
