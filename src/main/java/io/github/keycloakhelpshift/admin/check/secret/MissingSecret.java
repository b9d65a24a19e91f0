package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.CheckedSecret;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds apps without a secret that can sign their logins. */
public record MissingSecret(CheckedRealm realm) implements Rule {

  /** An app and a way to log in: each pair has its own secret. */
  private record App(Optional<String> platformId, LoginMethod login) {}

  @Override
  public Stream<Finding> findings() {
    Map<App, Boolean> missing = new HashMap<>();
    return realm.layers().stream()
        .filter(layer -> layer.values().secretReference().isEmpty())
        .filter(
            layer ->
                missing.computeIfAbsent(
                    new App(layer.values().platformId(), layer.values().login()),
                    app -> realm.lacksSecret(layer.values(), app.login())))
        .map(this::finding);
  }

  private Finding finding(Layer layer) {
    String platformId = layer.values().platformId().orElse("");
    Place place = layer.place(Setting.PLATFORM_ID.key());
    LoginMethod login = layer.values().login();
    Optional<CheckedSecret> passive =
        ofApp(platformId)
            .filter(secret -> !secret.isUsable())
            .filter(secret -> secret.isFor(login))
            .findFirst();
    if (passive.isPresent()) {
      return Finding.of(Code.SECRET_MISSING, place, platformId, passive.get().name()).as("passive");
    }
    Optional<CheckedSecret> other =
        ofApp(platformId)
            .filter(secret -> !secret.isFor(login))
            .min(Comparator.comparing(secret -> secret.method().isPresent()));
    if (other.isPresent()) {
      return Finding.of(
              Code.SECRET_MISSING,
              layer.place(Setting.LOGIN.key()),
              platformId,
              other.get().name(),
              login.text())
          .as(other.get().method().isPresent() ? "other_login" : "verification");
    }
    Set<String> served =
        realm.secrets().all().stream()
            .map(CheckedSecret::platformId)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Spelling(platformId)
        .nearest(served)
        .map(
            meant ->
                Finding.of(Code.SECRET_MISSING, place, platformId, nameOf(meant), meant).as("near"))
        .orElseGet(
            () ->
                platformId.isEmpty()
                    ? Finding.of(Code.SECRET_MISSING, place).as("no_platform_id")
                    : Finding.of(Code.SECRET_MISSING, place, platformId));
  }

  private Stream<CheckedSecret> ofApp(String platformId) {
    return realm.secrets().all().stream().filter(secret -> secret.serves(platformId));
  }

  private String nameOf(String platformId) {
    return realm.secrets().all().stream()
        .filter(secret -> secret.platformId().equals(platformId))
        .map(CheckedSecret::name)
        .findFirst()
        .orElseThrow();
  }
}
