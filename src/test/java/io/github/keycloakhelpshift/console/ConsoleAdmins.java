package io.github.keycloakhelpshift.console;

import io.github.keycloakhelpshift.support.RealmTemplate;

/** The admins of a realm, in its own console with the page <em>Helpshift</em>. */
final class ConsoleAdmins {

  private ConsoleAdmins() {}

  /**
   * Adds {@code owner}, {@code manager}, {@code viewer}, {@code support}, and {@code guest} without
   * any role.
   */
  static RealmTemplate in(RealmTemplate template) {
    return template
        .with("{'adminTheme': 'helpshift'}")
        .user("owner", admin("'realm-admin'"))
        .user("manager", admin("'manage-realm'"))
        .user("viewer", admin("'view-realm', 'query-users'"))
        .user("support", admin("'view-users', 'query-users'"))
        .user("guest", "{'firstName': 'G', 'lastName': 'U'}");
  }

  private static String admin(String roles) {
    return "{'firstName': 'A', 'lastName': 'D', 'clientRoles': {'realm-management': [%s]}}"
        .formatted(roles);
  }
}
