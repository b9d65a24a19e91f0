package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import java.util.Map;
import java.util.stream.Stream;

/** Finds clients whose pages load Web Chat without a domain or a platform id. */
public record MissingSettings(CheckedRealm realm) implements Rule {

  private static final Map<Setting, Code> CODES =
      Map.of(
          Setting.DOMAIN, Code.DOMAIN_MISSING,
          Setting.PLATFORM_ID, Code.PLATFORM_ID_MISSING);

  @Override
  public Stream<Finding> findings() {
    if (realm.clients().isEmpty()) {
      // We cannot tell whether there will be pages, so assume that there will.
      return realm.layers().stream().flatMap(layer -> ofLayer(layer, true, Place.REALM));
    }
    boolean pages = realm.clients().stream().anyMatch(CheckedClient::hasPages);
    return realm.clients().stream()
        .filter(client -> client.hasPages() || !pages)
        .flatMap(client -> ofLayer(client.layer(), client.hasPages(), place(client)));
  }

  /**
   * Returns the place of the finding: the realm, if the realm should have the setting for all
   * clients.
   */
  private Place place(CheckedClient client) {
    return client
            .layer()
            .said()
            .ownerOf(Setting.PLATFORM_ID.key())
            .filter(SettingsLayer.CLIENT::equals)
            .isPresent()
        ? client.place()
        : Place.REALM;
  }

  private Stream<Finding> ofLayer(Layer layer, boolean pages, Place place) {
    return Stream.of(Setting.DOMAIN, Setting.PLATFORM_ID)
        .filter(setting -> layer.text(setting.key()).isEmpty())
        .map(
            setting ->
                Finding.of(
                    pages ? CODES.get(setting) : Code.NO_WEB_CHAT,
                    place.setting(setting.key()),
                    setting.key()));
  }
}
