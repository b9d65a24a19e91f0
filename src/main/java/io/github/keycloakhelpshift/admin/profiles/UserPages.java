package io.github.keycloakhelpshift.admin.profiles;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The users of an export page by page, from one store after the other. */
final class UserPages {

  private final UserFilter filter;
  private final List<UserStore> stores;
  private int store;
  private int first;

  UserPages(UserFilter filter, List<UserStore> stores) {
    this.filter = filter;
    this.stores = stores;
  }

  /** Passes over the first users of the list, and asks no store for them all. */
  void skip(KeycloakSession session, int users) {
    first = users;
    while (store < stores.size() && isEmptyFrom(session, first)) {
      first -= size(session, first);
      store++;
    }
  }

  /** How many users the store has, at most that many: found by halving. */
  private int size(KeycloakSession session, int atMost) {
    int low = 0;
    int high = atMost;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isEmptyFrom(session, middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean isEmptyFrom(KeycloakSession session, int at) {
    return stores.get(store).page(session, filter, at, 1).isEmpty();
  }

  /** The next page, as {@link UserStore#page} answers it; empty at the end of the last store. */
  List<Optional<UserModel>> next(KeycloakSession session, int max) {
    while (store < stores.size()) {
      List<Optional<UserModel>> page = stores.get(store).page(session, filter, first, max);
      if (!page.isEmpty()) {
        first += page.size();
        return page;
      }
      store++;
      first = 0;
    }
    return List.of();
  }
}
