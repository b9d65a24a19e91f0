package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds settings that the way to log in does not use. */
public record WithoutEffect(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    // A claim can be for the other way.
    Set<Layer> ofClaims =
        realm.clients().stream()
            .filter(
                client -> client.mappers().stream().anyMatch(place -> place.claim().canBeSigned()))
            .map(CheckedClient::layer)
            .filter(layer -> layer.values().otherLoginOfClaim().isPresent())
            .collect(Collectors.toSet());
    return realm.layers().stream()
        .filter(layer -> !ofClaims.contains(layer))
        .flatMap(
            layer ->
                layer.values().login() == LoginMethod.IDENTITIES
                    ? userName(layer)
                    : otherIdentities(layer));
  }

  private Stream<Finding> userName(Layer layer) {
    String key = Setting.USER_NAME.key();
    return layer.text(key).stream()
        .map(text -> layer.finding(Code.SETTING_WITHOUT_EFFECT, key, key));
  }

  private Stream<Finding> otherIdentities(Layer layer) {
    return layer.values().identities().keySet().stream()
        .filter(type -> !type.isKnownWithoutUserHub())
        .map(Setting::identityKey)
        .map(key -> layer.finding(Code.SETTING_WITHOUT_EFFECT, key, key).as("user_hub"));
  }
}
