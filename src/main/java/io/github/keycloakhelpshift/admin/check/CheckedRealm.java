package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.time.Instant;
import java.util.List;
import org.keycloak.common.Profile;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * A realm as checks see it.
 *
 * @param session Keycloak's session of this request
 * @param realm the realm
 * @param clients the clients that have opted in
 * @param userProfile which attributes there are, and who may edit them
 * @param impersonation whether the server lets admins impersonate users
 * @param now the time
 */
record CheckedRealm(
    KeycloakSession session,
    RealmModel realm,
    List<ClientSettings> clients,
    UPConfig userProfile,
    boolean impersonation,
    Instant now) {

  static CheckedRealm of(KeycloakSession session, RealmModel realm) {
    return new CheckedRealm(
        session,
        realm,
        ClientSettings.optedIn(realm).toList(),
        session.getProvider(UserProfileProvider.class).getConfiguration(),
        Profile.isFeatureEnabled(Profile.Feature.IMPERSONATION),
        Instant.ofEpochMilli(Time.currentTimeMillis()));
  }

  /**
   * The settings that count for somebody: the clients', or the realm's while there is no client.
   */
  List<ClientSettings> layers() {
    return clients.isEmpty() ? List.of(ClientSettings.ofRealm(realm)) : clients;
  }

  /**
   * Whether a client has pages that load Web Chat: those of its web origins, for Keycloak answers
   * no others, and Keycloak's own. Redirect URIs don't tell, as a mobile app's may be https links.
   * Of the realm alone nobody knows: yes.
   */
  boolean hasPages(ClientSettings layer) {
    return layer.client() == null
        || isAccountConsole(layer.client())
        || WebOriginsUtils.resolveValidWebOrigins(session, layer.client()).stream()
            .anyMatch(origin -> origin.equals("*") || origin.matches("https?://.*"));
  }

  /** Whether a client's pages are Keycloak's own, which need no web origin. */
  static boolean isAccountConsole(ClientModel client) {
    return client.getClientId().equals(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
  }

  /** What a layer's settings are, those with problems at their defaults. */
  static HelpshiftSettings settings(ClientSettings layer) {
    return layer.read().settings();
  }
}
