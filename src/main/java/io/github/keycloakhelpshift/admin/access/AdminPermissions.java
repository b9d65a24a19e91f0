package io.github.keycloakhelpshift.admin.access;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;

/** What the admin who calls may do, by Keycloak's own rules, fine-grained ones included. */
public class AdminPermissions {

  /** Makes the resource of one request. */
  @FunctionalInterface
  public interface Resource {
    Object create(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissions permissions,
        AdminEventBuilder event);
  }

  private final Object evaluator;

  AdminPermissions(Object evaluator) {
    this.evaluator = evaluator;
  }

  /** A provider for Keycloak. */
  public static AdminRealmResourceProvider resourceProvider(Resource resource) {
    return Compatibility.adminResourceProvider(
        (session, realm, evaluator, event) ->
            resource.create(session, realm, new AdminPermissions(evaluator), event));
  }

  /**
   * The same admin's permissions, asked in another session: fine-grained ones are read from the
   * database by the session that they were made for.
   */
  public AdminPermissions in(KeycloakSession session, RealmModel realm) {
    AdminAuth admin = Compatibility.admin(evaluator);
    RealmModel home = session.realms().getRealm(admin.getRealm().getId());
    AdminAuth same =
        new AdminAuth(
            home,
            admin.getToken(),
            session.users().getUserById(home, admin.getUser().getId()),
            home.getClientById(admin.getClient().getId()));
    return new AdminPermissions(Compatibility.evaluator(session, realm, same));
  }

  public void requireViewRealm() {
    ask("realm", "requireViewRealm");
  }

  public void requireManageRealm() {
    ask("realm", "requireManageRealm");
  }

  public void requireQueryUsers() {
    ask("users", "requireQuery");
  }

  public boolean canQueryUsers() {
    return (boolean) ask("users", "canQuery");
  }

  public void requireView(UserModel user) {
    ask("users", "requireView", user);
  }

  public boolean canView(UserModel user) {
    return (boolean) ask("users", "canView", user);
  }

  private Object ask(String part, String question, UserModel... user) {
    return Compatibility.ask(evaluator, part, question, user);
  }
}
