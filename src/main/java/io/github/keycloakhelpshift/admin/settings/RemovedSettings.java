package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.settings.LogLine;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Leaves a trace of the settings that a realm had when it was made, and no longer has: in the log,
 * and as an admin event. Begins after the update is committed, so it needs its own session.
 */
final class RemovedSettings extends AbstractKeycloakTransaction {

  private static final Logger LOG = Logger.getLogger(RemovedSettings.class);

  private final KeycloakSession session;
  private final AdminAuth admin;
  private final Set<String> before;

  /** Remembers the settings before the update by that admin. */
  RemovedSettings(KeycloakSession session, AccessToken token) {
    KeycloakContext context = session.getContext();
    UserSessionModel userSession = context.getUserSession();
    this.session = session;
    this.admin =
        new AdminAuth(userSession.getRealm(), token, userSession.getUser(), context.getClient());
    this.before = new RealmSettings(context.getRealm()).stored().keySet();
  }

  @Override
  protected void commitImpl() {
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(), session.getContext(), this::report);
  }

  private void report(KeycloakSession own) {
    RealmModel realm = own.getContext().getRealm();
    SortedSet<String> removed = new TreeSet<>(before);
    removed.removeAll(new RealmSettings(realm).stored().keySet());
    if (removed.isEmpty()) {
      return;
    }
    LOG.warnf(
        "An update of the realm '%s' removed its Helpshift settings %s. If a tool owns the realm's"
            + " attributes, keep the settings in the mapper of a client scope.",
        realm.getName(), LogLine.of(String.join(", ", removed)));
    new AdminEvents(new AdminEventBuilder(realm, admin, own, session.getContext().getConnection()))
        .settingsUpdated(removed.stream().collect(Collectors.toMap(key -> key, key -> "")));
  }

  @Override
  protected void rollbackImpl() {
    // Nothing was removed.
  }
}
