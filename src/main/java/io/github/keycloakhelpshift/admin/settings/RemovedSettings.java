package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.settings.LogLine;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Leaves a trace of the settings that a realm had when it was made, and no longer has. */
final class RemovedSettings extends AbstractKeycloakTransaction {

  private static final Logger LOG = Logger.getLogger(RemovedSettings.class);

  private final RealmModel realm;
  private final SortedSet<String> before;

  RemovedSettings(KeycloakSession session) {
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
  }

  @Override
  protected void rollbackImpl() {
    // Nothing was removed.
  }

  private static SortedSet<String> keys(RealmModel realm) {
    return new TreeSet<>(new RealmSettings(realm).stored().keySet());
  }
}
