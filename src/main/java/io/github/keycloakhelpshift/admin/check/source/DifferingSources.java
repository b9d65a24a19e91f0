package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
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
public final class DifferingSources implements Rule {

  private final CheckedRealm realm;

  public DifferingSources(CheckedRealm realm) {
    this.realm = realm;
  }

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
    // If a client sets the source, that is the place to correct.
    IdentitySource last =
        sources.values().stream()
            .max(
                Comparator.comparing(
                    source ->
                        source.layer().place(Setting.identityKey(app.type())).client().isPresent()))
            .orElseThrow();
    return Finding.of(
        app.type() == IdentityType.UID ? Code.UID_SOURCES_DIFFER : Code.IDENTITY_SOURCES_DIFFER,
        last.layer().place(Setting.identityKey(app.type())),
        app.platformId(),
        app.type().identifier(),
        String.join(", ", sources.keySet()));
  }
}
