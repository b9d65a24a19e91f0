package io.github.keycloakhelpshift.admin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;

/**
 * What the admin who calls may do, by Keycloak's own rules, fine-grained ones included.
 *
 * <p>Keycloak's evaluator lives in the package {@code admin.permissions} before 26.2 and in {@code
 * admin.fgap} since. One JAR runs on both, so it is reached by name, here and nowhere else.
 */
class AdminPermissions {

  /** Makes the resource of one request. */
  @FunctionalInterface
  interface Resource {
    Object create(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissions permissions,
        AdminEventBuilder event);
  }

  private static final Method GET_RESOURCE =
      Arrays.stream(AdminRealmResourceProvider.class.getMethods())
          .filter(method -> method.getName().equals("getResource"))
          .findFirst()
          .orElseThrow();

  private static final Class<?> EVALUATOR = GET_RESOURCE.getParameterTypes()[2];

  private final Object evaluator;

  AdminPermissions(Object evaluator) {
    this.evaluator = evaluator;
  }

  /** A provider for Keycloak, whose method's signature differs between the versions. */
  static AdminRealmResourceProvider resourceProvider(Resource resource) {
    return (AdminRealmResourceProvider)
        Proxy.newProxyInstance(
            AdminRealmResourceProvider.class.getClassLoader(),
            new Class<?>[] {AdminRealmResourceProvider.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getResource" ->
                      resource.create(
                          (KeycloakSession) arguments[0],
                          (RealmModel) arguments[1],
                          new AdminPermissions(arguments[2]),
                          (AdminEventBuilder) arguments[3]);
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> "HelpshiftAdminResourceProvider";
                  default -> null; // close(): nothing is held.
                });
  }

  void requireViewRealm() {
    ask("realm", "requireViewRealm");
  }

  void requireManageRealm() {
    ask("realm", "requireManageRealm");
  }

  void requireQueryUsers() {
    ask("users", "requireQuery");
  }

  boolean canQueryUsers() {
    return (boolean) ask("users", "canQuery");
  }

  void requireView(UserModel user) {
    ask("users", "requireView", user);
  }

  boolean canView(UserModel user) {
    return (boolean) ask("users", "canView", user);
  }

  /**
   * The same admin's permissions, for questions that are asked in another session: an evaluator
   * reads fine-grained permissions by the session that it was made in, and with it in that one's
   * transaction.
   */
  AdminPermissions in(KeycloakSession session, RealmModel realm) {
    try {
      AdminAuth admin = (AdminAuth) EVALUATOR.getMethod("adminAuth").invoke(evaluator);
      RealmModel home = session.realms().getRealm(admin.getRealm().getId());
      AdminAuth there =
          new AdminAuth(
              home,
              admin.getToken(),
              session.users().getUserById(home, admin.getUser().getId()),
              session.clients().getClientById(home, admin.getClient().getId()));
      return new AdminPermissions(
          Class.forName(EVALUATOR.getPackageName() + ".AdminPermissions")
              .getMethod("evaluator", KeycloakSession.class, RealmModel.class, AdminAuth.class)
              .invoke(null, session, realm, there));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Keycloak makes its evaluator otherwise", e);
    }
  }

  private Object ask(String part, String question, UserModel... user) {
    try {
      Method partOf = EVALUATOR.getMethod(part);
      Class<?>[] types = new Class<?>[user.length];
      Arrays.fill(types, UserModel.class);
      return partOf
          .getReturnType()
          .getMethod(question, types)
          .invoke(partOf.invoke(evaluator), (Object[]) user);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Keycloak's evaluator has no " + question, e);
    }
  }
}
