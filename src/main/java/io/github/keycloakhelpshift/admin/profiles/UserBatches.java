package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminView;
import io.github.keycloakhelpshift.user.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Reads users in batches, each in its own session and transaction. Keycloak's cached data of a user
 * goes away with the batch, so memory does not grow with the number of users. If a store of users
 * fails, reading them fails.
 */
final class UserBatches {

  /** The maximal number of records in one request to Helpshift's bulk API. */
  static final int PART = 10_000;

  /**
   * A larger batch means fewer pages: for each page the database sorts all users again. A smaller
   * batch needs less memory.
   */
  private static final int BATCH = 2_500;

  private final KeycloakSessionFactory sessions;
  private final String realmId;
  private final AdminPermissions permissions;
  private final UserPages users;
  private final int first;
  private final int end;

  /**
   * Makes batches of a list.
   *
   * @param part which {@value #PART} users of the list, from 1; empty: all
   */
  UserBatches(
      KeycloakSession session,
      AdminPermissions permissions,
      UserFilter filter,
      Optional<Integer> part) {
    this.sessions = session.getKeycloakSessionFactory();
    this.realmId = session.getContext().getRealm().getId();
    this.permissions = permissions;
    this.users = new UserPages(filter, UserStore.of(session));
    this.first = part.map(number -> (number - 1) * PART).orElse(0);
    this.end = part.isPresent() ? first + PART : Integer.MAX_VALUE;
  }

  /** The work after each batch. */
  @FunctionalInterface
  interface BatchEnd {

    /**
     * Sends what was written.
     *
     * @throws IOException if the caller has gone
     */
    void reached() throws IOException;
  }

  /**
   * Passes on each user that the admin may view.
   *
   * @return the number of users in the list so far, including those that the admin cannot view
   */
  long forEach(Consumer<Person> consumer, BatchEnd batchEnd) throws IOException {
    int at = first;
    try {
      while (at < end) {
        boolean begins = at == first;
        int max = Math.min(BATCH, end - at);
        int seen =
            KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> readBatch(session, begins, max, consumer));
        if (seen == 0) {
          break;
        }
        at += seen;
        batchEnd.reached();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return at;
  }

  private int readBatch(
      KeycloakSession session, boolean begins, int max, Consumer<Person> consumer) {
    RealmModel realm = session.realms().getRealm(realmId);
    session.getContext().setRealm(realm);
    AdminPermissions admin = permissions.in(session, realm);
    if (begins && first > 0) {
      users.skip(session, first);
    }
    List<Optional<UserModel>> page = users.next(session, max);
    page.stream()
        .flatMap(Optional::stream)
        .filter(admin::canView)
        .forEach(user -> consumer.accept(new AdminView(session, user).person()));
    return page.size();
  }
}
