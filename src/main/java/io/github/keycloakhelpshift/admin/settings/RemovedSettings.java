package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.admin.access.AdminToken;
import io.github.keycloakhelpshift.settings.LogLine;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Leaves a trace of the settings that a realm had when it was made, and no longer has. */
final class RemovedSettings extends AbstractKeycloakTransaction {

  private static final Logger LOG = Logger.getLogger(RemovedSettings.class);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final SortedSet<String> before;

  RemovedSettings(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.before = keys(realm);
  }

  @Override
  protected void commitImpl() {
    SortedSet<String> removed = new TreeSet<>(before);
    removed.removeAll(keys(realm));
    if (removed.isEmpty()) {
      return;
    }
    LOG.warnf(
        "An update of the realm '%s' removed its Helpshift settings %s. If a tool owns the realm's"
            + " attributes, keep the settings in the mapper of a client scope.",
        realm.getName(), LogLine.of(String.join(", ", removed)));
    AdminToken.of(session)
        .map(this::event)
        .ifPresent(
            events ->
                events.settingsUpdated(
                    removed.stream().collect(Collectors.toMap(key -> key, key -> ""))));
  }

  /** As the admin who makes the update. */
  private AdminEvents event(AccessToken token) {
    UserSessionModel admins = session.getContext().getUserSession();
    RealmModel home = admins.getRealm();
    AdminAuth admin =
        new AdminAuth(
            home, token, admins.getUser(), home.getClientByClientId(token.getIssuedFor()));
    return new AdminEvents(
        new AdminEventBuilder(realm, admin, session, session.getContext().getConnection()));
  }

  @Override
  protected void rollbackImpl() {
    // Nothing was removed.
  }

  private static SortedSet<String> keys(RealmModel realm) {
    return new TreeSet<>(RealmSettings.stored(realm).keySet());
  }
}
