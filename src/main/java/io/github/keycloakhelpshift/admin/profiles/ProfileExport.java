package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminView;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/**
 * Writes users as JSON Lines. Reads them in batches, each in its own session and transaction.
 * Keycloak's cached data of a user goes away with the batch, so memory does not grow with the
 * number of users.
 */
final class ProfileExport {

  /** The maximal number of records in one request to Helpshift's bulk API. */
  static final int PART = 10_000;

  /**
   * A larger batch means fewer pages: for each page the database sorts all users again. A smaller
   * batch needs less memory.
   */
  private static final int BATCH = 2_500;

  private final KeycloakSessionFactory sessions;
  private final String realmId;
  private final HelpshiftSettings settings;
  private final AdminPermissions permissions;
  private final UserList users;
  private final int first;
  private final int end;
  private final ProfileCounter counter = new ProfileCounter();

  /**
   * Makes an export.
   *
   * @param part which {@value #PART} users of the list, from 1; empty: all
   */
  ProfileExport(
      KeycloakSession session,
      RealmModel realm,
      HelpshiftSettings settings,
      AdminPermissions permissions,
      UserList users,
      Optional<Integer> part) {
    this.sessions = session.getKeycloakSessionFactory();
    this.realmId = realm.getId();
    this.settings = settings;
    this.permissions = permissions;
    this.users = users;
    this.first = part.map(number -> (number - 1) * PART).orElse(0);
    this.end = part.isPresent() ? first + PART : Integer.MAX_VALUE;
  }

  /**
   * Writes the profiles, one per line.
   *
   * @return how many, and how many users were left out
   */
  ProfileSummary writeTo(OutputStream output) throws IOException {
    int at = first;
    try {
      while (at < end) {
        int from = at;
        int max = Math.min(BATCH, end - at);
        int seen =
            KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> writeBatch(session, from, max, output));
        if (seen == 0) {
          break;
        }
        at += max;
        output.flush();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counter.summary(at, PART);
  }

  private int writeBatch(KeycloakSession session, int from, int max, OutputStream output) {
    RealmModel realm = session.realms().getRealm(realmId);
    session.getContext().setRealm(realm);
    AdminPermissions admin = permissions.in(session, realm);
    List<UserModel> page = users.page(session, realm, from, max);
    Predicate<UserModel> filter = users.filter();
    for (UserModel user : page) {
      if (filter.test(user) && admin.canView(user)) {
        write(BulkProfile.of(AdminView.of(session, realm, user), settings), output);
      }
    }
    return page.size();
  }

  private void write(BulkProfile profile, OutputStream output) {
    if (profile.json() == null) {
      counter.addLeftOut(profile.leftOut());
      return;
    }
    try {
      output.write(JsonSerialization.mapper.writeValueAsBytes(profile.json()));
      output.write("\n".getBytes(StandardCharsets.UTF_8));
      counter.addProfile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
