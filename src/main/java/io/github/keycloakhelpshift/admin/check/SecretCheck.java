package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.admin.settings.RealmSettings;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Whether there is a secret for every app, a good one, in a place where nobody reads it. */
final class SecretCheck implements Check {

  private static final Duration ROTATION = Duration.ofDays(30);

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    List<ComponentModel> providers =
        SharedSecrets.providers(realm.realm()).filter(SharedSecrets::isUsable).toList();
    List<Finding> unusable = new ArrayList<>();
    for (ComponentModel provider : providers) {
      resolve(
          realm.session(),
          provider.get(SharedSecrets.SECRET_KEY),
          SharedSecrets.place(provider),
          null,
          null,
          unusable);
    }
    return Stream.of(
            unusable.stream(),
            realm.layers().stream().flatMap(layer -> ofLayer(realm, layer, unusable)),
            literals(realm),
            rivals(providers, realm.now()))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> ofLayer(
      CheckedRealm realm, ClientSettings layer, List<Finding> known) {
    HelpshiftSettings settings = CheckedRealm.settings(layer);
    List<Finding> found = new ArrayList<>();
    if (settings.secretReference().isPresent()) {
      String key = Setting.SECRET.key();
      String client = layer.ownerOf(key);
      resolve(realm.session(), settings.secretReference().get(), key, key, client, found);
      return found.stream();
    }
    try {
      SharedSecrets.find(realm.session(), realm.realm(), settings);
    } catch (MissingSecretException e) {
      // What is wrong with a key provider has been said.
      if (known.stream().noneMatch(finding -> finding.what().equals(e.getMessage()))) {
        found.add(
            new Finding(
                Rule.SECRET_MISSING,
                null,
                layer.ownerOf(Setting.PLATFORM_ID.key()),
                e.getMessage()));
      }
    }
    return found.stream();
  }

  private static void resolve(
      KeycloakSession session,
      String configured,
      String place,
      String setting,
      String client,
      List<Finding> found) {
    try {
      SharedSecrets.resolve(session, configured, place);
    } catch (MissingSecretException e) {
      try (VaultStringSecret secret =
          session.vault().getStringSecret(configured == null ? "" : configured)) {
        Rule rule = secret.get().isEmpty() ? Rule.SECRET_UNRESOLVED : Rule.SECRET_INVALID;
        found.add(new Finding(rule, setting, client, e.getMessage()));
      }
    }
  }

  private static Stream<Finding> literals(CheckedRealm realm) {
    Stream<Finding> ofRealm =
        literals(realm.realm().getAttributes(), null, "An attribute of the realm holds a secret.");
    return Stream.concat(
        ofRealm,
        realm.clients().stream()
            .flatMap(
                layer ->
                    literals(
                        layer.mapperConfig(),
                        layer.clientId().orElse(null),
                        "The client's mapper holds a secret.")));
  }

  private static Stream<Finding> literals(Map<String, String> entries, String client, String what) {
    return entries.entrySet().stream()
        .filter(entry -> RealmSettings.isLiteralSecret(entry.getKey(), entry.getValue()))
        .map(entry -> new Finding(Rule.SECRET_IN_ATTRIBUTE, entry.getKey(), client, what));
  }

  /** Secrets of one platform id: they must have an order, and be several only for a while. */
  private static Stream<Finding> rivals(List<ComponentModel> providers, Instant now) {
    Map<String, List<ComponentModel>> byPlatformId =
        providers.stream()
            .collect(
                Collectors.groupingBy(
                    SharedSecrets::platformIdOf, TreeMap::new, Collectors.toList()));
    List<Finding> found = new ArrayList<>();
    byPlatformId.forEach(
        (platformId, rivals) -> {
          String names =
              rivals.stream().map(SharedSecrets::place).sorted().collect(Collectors.joining(", "));
          String of = platformId.isEmpty() ? "any platform id" : "platform id '" + platformId + "'";
          long priorities = rivals.stream().map(SharedSecrets::priority).distinct().count();
          if (priorities < rivals.size()) {
            found.add(
                new Finding(
                    Rule.SECRETS_OF_EQUAL_PRIORITY,
                    "Two secrets for %s have the same priority: %s.".formatted(of, names)));
          }
          long newest =
              rivals.stream()
                  .mapToLong(rival -> rival.get(SharedSecrets.ADDED_KEY, 0L))
                  .max()
                  .orElse(0);
          if (rivals.size() > 1
              && newest > 0
              && Instant.ofEpochSecond(newest).plus(ROTATION).isBefore(now)) {
            found.add(
                new Finding(
                    Rule.ROTATION_UNFINISHED,
                    "%d secrets for %s have been active for over %d days: %s."
                        .formatted(rivals.size(), of, ROTATION.toDays(), names)));
          }
        });
    return found.stream();
  }
}
