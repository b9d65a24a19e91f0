package io.github.keycloakhelpshift.admin.access;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The permissions of the calling admin by Keycloak's own rules, including fine-grained ones. */
public class AdminPermissions {

  private final AdminPermissionEvaluator evaluator;

  public AdminPermissions(AdminPermissionEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Returns the same admin's permissions for another session, because fine-grained ones read the
   * database through the session that they were made for.
   */
  public AdminPermissions in(KeycloakSession session, RealmModel realm) {
    AdminAuth admin = evaluator.adminAuth();
    RealmModel home = session.realms().getRealm(admin.getRealm().getId());
    AdminAuth same =
        new AdminAuth(
            home,
            admin.getToken(),
            session.users().getUserById(home, admin.getUser().getId()),
            home.getClientById(admin.getClient().getId()));
    return new AdminPermissions(
        org.keycloak.services.resources.admin.fgap.AdminPermissions.evaluator(
            session, realm, same));
  }

  public void requireViewRealm() {
    evaluator.realm().requireViewRealm();
  }

  public void requireManageRealm() {
    evaluator.realm().requireManageRealm();
  }

  public void requireQueryUsers() {
    evaluator.users().requireQuery();
  }

  /** Whether they may view every user. Then an answer may say that a user does not exist. */
  public boolean canViewUsers() {
    return evaluator.users().canView();
  }

  public boolean canView(UserModel user) {
    return evaluator.users().canView(user);
  }

  /** Whether they may view every client. Then an answer may say that a client does not exist. */
  public boolean canViewClients() {
    return evaluator.clients().canView();
  }

  public boolean canView(ClientModel client) {
    return evaluator.clients().canView(client);
  }
}
