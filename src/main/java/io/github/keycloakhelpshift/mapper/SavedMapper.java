package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.MapperClaim;
import io.github.keycloakhelpshift.identity.Localized;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.secret.AdminSave;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.ClaimFormat;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;

/**
 * A mapper that an admin saves.
 *
 * @param container the client scope or the client that has it
 */
record SavedMapper(
    SettingsReader reader,
    KeycloakSession session,
    RealmModel realm,
    ProtocolMapperContainerModel container,
    ProtocolMapperModel mapper) {

  /**
   * Checks its config.
   *
   * @throws ProtocolMapperConfigException if a setting is invalid, or the claim could never be made
   */
  void validate() throws ProtocolMapperConfigException {
    MapperClaim claim = new MapperClaim(mapper.getConfig());
    SettingsReader.Result own = reader.read(layers(Map.of(), Map.of()));
    List<Localized> problems =
        Stream.<Localized>concat(
                own.problems().stream(), uselessSwitches(claim, own.settings().claimFormat()))
            .toList();
    if (!problems.isEmpty()) {
      // The texts are a parameter of a message, because Keycloak reads the message itself as a
      // pattern.
      throw refused(
          "helpshiftInvalidSetting",
          "Invalid Helpshift settings: " + texts(problems, Locale.ENGLISH),
          texts(problems, new AdminSave(session).language()));
    }
    Optional<LoginMethod> unsigned =
        claim.canBeSigned() ? unsigned(merged().settings()) : Optional.empty();
    if (unsigned.isPresent()) {
      throw refused(
          "helpshiftUnsignedClaim",
          "No secret signs the Helpshift claim: " + unsigned.get().text(),
          unsigned.get().text());
    }
  }

  private static Stream<Reason> uselessSwitches(MapperClaim claim, ClaimFormat format) {
    return format.signedFor().isEmpty()
        ? Stream.empty()
        : claim
            .switchesForPlain()
            .map(
                key ->
                    Reason.of(
                        "%s does nothing: what is signed goes only into userinfo and the ID token."
                            + " Turn the switch off, or set the claim format to identities",
                        key));
  }

  private static String texts(List<Localized> problems, Locale language) {
    return problems.stream()
        .map(problem -> problem.text(language))
        .collect(Collectors.joining("; "));
  }

  /**
   * Returns the way to log in that the claim is for, if it is another one than that of the users,
   * and has no key provider. A missing secret for the users' own way can come later, because
   * nothing works without it.
   */
  private Optional<LoginMethod> unsigned(HelpshiftSettings settings) {
    return settings
        .otherLoginOfClaim()
        .filter(login -> !new SharedSecrets(session, realm).hasProvider(settings, login));
  }

  /** Returns the settings that count for the claim. */
  private SettingsReader.Result merged() {
    Map<String, String> ofScope =
        container instanceof ClientModel client
            ? ClientMappers.possible(client)
                .flatMap(ClientMappers::ofScope)
                .map(ProtocolMapperModel::getConfig)
                .orElse(Map.of())
            : Map.of();
    return reader.read(layers(realm.getAttributes(), ofScope));
  }

  /**
   * Returns the mapper's settings in the right layer: in a client fewer settings count than in a
   * client scope.
   */
  private SettingsLayers layers(Map<String, String> ofRealm, Map<String, String> ofScope) {
    return container instanceof ClientModel
        ? new SettingsLayers(ofRealm, ofScope, mapper.getConfig())
        : new SettingsLayers(ofRealm, mapper.getConfig(), Map.of());
  }

  /**
   * Returns a refusal.
   *
   * @param key the message's key
   * @param log the text for the server's log
   */
  private static ProtocolMapperConfigException refused(String key, String log, String parameter) {
    return new ProtocolMapperConfigException(key, log, new Object[] {parameter});
  }
}
