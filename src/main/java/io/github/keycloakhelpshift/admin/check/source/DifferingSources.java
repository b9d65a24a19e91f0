package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds apps whose clients take an identity from different sources. */
public record DifferingSources(CheckedRealm realm) implements Rule {

  private record App(String platformId, IdentityType type) {}

  @Override
  public Stream<Finding> findings() {
    Map<App, Map<String, IdentitySource>> bySource = new LinkedHashMap<>();
    IdentitySource.of(realm)
        .forEach(
            identity ->
                identity
                    .layer()
                    .values()
                    .platformId()
                    .ifPresent(
                        platformId ->
                            bySource
                                .computeIfAbsent(
                                    new App(platformId, identity.type()), app -> new TreeMap<>())
                                .putIfAbsent(identity.source().toString(), identity)));
    return bySource.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> finding(entry.getKey(), entry.getValue()));
  }

  private static Finding finding(App app, Map<String, IdentitySource> sources) {
    // If a client or client scope sets the source, that is the place to correct.
    String key = Setting.identityKey(app.type());
    Place last =
        sources.values().stream()
            .map(source -> source.layer().place(key))
            .max(Comparator.comparing(place -> !place.equals(Place.REALM.setting(key))))
            .orElseThrow();
    return Finding.of(
        app.type() == IdentityType.UID ? Code.UID_SOURCES_DIFFER : Code.IDENTITY_SOURCES_DIFFER,
        last,
        app.platformId(),
        app.type().identifier(),
        String.join(", ", sources.keySet()));
  }
}
