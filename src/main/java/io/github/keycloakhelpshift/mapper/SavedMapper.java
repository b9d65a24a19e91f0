package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    ClaimSwitches switches = new ClaimSwitches(mapper.getConfig());
    SettingsReader.Result own = reader.read(layers(Map.of(), Map.of()));
    List<SettingProblem> problems = own.problems();
    if (!problems.isEmpty()) {
      // The text is a parameter of a message, because Keycloak reads the message itself as a
      // pattern.
      throw refused(
          "helpshiftInvalidSetting",
          "Invalid Helpshift setting " + problems.get(0).key(),
          problems.get(0).toString());
    }
    Optional<String> useless = switches.useless(own.settings().claimFormat());
    if (useless.isPresent()) {
      throw refused(
          "helpshiftUselessSwitch",
          "A signed Helpshift token is never in " + useless.get(),
          useless.get());
    }
    Optional<LoginMethod> unsigned =
        switches.isOn() ? unsigned(merged().settings()) : Optional.empty();
    if (unsigned.isPresent()) {
      throw refused(
          "helpshiftUnsignedClaim",
          "No secret signs the Helpshift claim: " + unsigned.get().text(),
          unsigned.get().text());
    }
  }

  /**
   * Returns the way to log in that the claim is for, if it is another one than that of the users,
   * and has no key provider. A missing secret for the users' own way can come later, because
   * nothing works without it.
   */
  private Optional<LoginMethod> unsigned(HelpshiftSettings settings) {
    return settings
        .claimFormat()
        .signedFor()
        .filter(login -> login != settings.login())
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
