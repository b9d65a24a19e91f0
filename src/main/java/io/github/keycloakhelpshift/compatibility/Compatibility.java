package io.github.keycloakhelpshift.compatibility;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.common.VerificationException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.util.DPoPUtil;

/**
 * What differs between the Keycloak versions that one JAR runs on, all of it and nothing else: when
 * an old version is given up, or a new one breaks something, this is the class to change.
 */
public final class Compatibility {

  private Compatibility() {}

  /** Whose access token it is. */
  public static UserModel user(AuthResult result) {
    return (UserModel) Results.get(Results.USER, result);
  }

  /** The session of an access token; null for a service account before 26.2. */
  public static UserSessionModel session(AuthResult result) {
    return (UserSessionModel) Results.get(Results.SESSION, result);
  }

  /** The access token itself. */
  public static AccessToken token(AuthResult result) {
    return (AccessToken) Results.get(Results.TOKEN, result);
  }

  /** The client that an access token was issued to. */
  public static ClientModel client(AuthResult result) {
    return (ClientModel) Results.get(Results.CLIENT, result);
  }

  /**
   * Requires that a request proves that it holds the key that its access token is bound to. Before
   * 26.4, Keycloak's own check of a bearer token would let it pass without.
   *
   * @throws VerificationException if there is no proof, or it proves nothing
   */
  public static void requireProof(KeycloakSession session, AuthResult result, String accessToken)
      throws VerificationException {
    if (Proofs.CHECKED || !Profile.isFeatureEnabled(Profile.Feature.DPOP)) {
      return;
    }
    AccessToken token = token(result);
    if (OIDCAdvancedConfigWrapper.fromClientModel(client(result)).isUseDPoP()
        || DPoPUtil.DPOP_TOKEN_TYPE.equals(token.getType())) {
      DPoPUtil.validateBinding(
          token,
          new DPoPUtil.Validator(session)
              .request(session.getContext().getHttpRequest())
              .uriInfo(session.getContext().getUri())
              .accessToken(accessToken)
              .validate());
    }
  }

  /** Whether Keycloak has its tracing for extensions: 26.0 has none, not even its classes. */
  public static boolean hasTracing() {
    try {
      Class.forName(
          "org.keycloak.tracing.TracingProvider", false, Compatibility.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The session of the admin who calls; null before 26.2, where nobody says who it is. */
  public static UserSessionModel adminSession(KeycloakSession session) {
    try {
      return session.getContext().getUserSession();
    } catch (NoSuchMethodError e) {
      return null;
    }
  }

  /**
   * Where a tab of the realm's settings belongs in the admin console. The console of 26.2 takes no
   * route but one of its own, word for word, and shows such a tab only beside one that was chosen.
   */
  public static String realmSettingsPath() {
    return "/:realm/realm-settings/:tab" + (Versions.isIn("26.2", "26.3") ? "" : "?");
  }

  /** All identity providers of the session's realm. */
  @SuppressWarnings("deprecation") // What takes its place is not there before 26.7.
  public static Stream<IdentityProviderModel> identityProviders(KeycloakSession session) {
    return session.identityProviders().getAllStream();
  }

  /** Makes the admin resource of one request. */
  @FunctionalInterface
  public interface AdminResource {

    /**
     * The resource.
     *
     * @param evaluator Keycloak's evaluator of the caller's permissions, for {@link #ask}
     */
    Object create(
        KeycloakSession session, RealmModel realm, Object evaluator, AdminEventBuilder event);
  }

  /** A provider for Keycloak, whose method's signature names the evaluator's type. */
  public static AdminRealmResourceProvider adminResourceProvider(AdminResource resource) {
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
                          arguments[2],
                          (AdminEventBuilder) arguments[3]);
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> "HelpshiftAdminResourceProvider";
                  default -> null; // close(): nothing is held.
                });
  }

  /** An evaluator of an admin's permissions in a realm, which reads by that session. */
  public static Object evaluator(KeycloakSession session, RealmModel realm, AdminAuth admin) {
    return Evaluators.call(
        () ->
            Class.forName(
                    Evaluators.TYPE.getPackageName() + ".AdminPermissions",
                    true,
                    Evaluators.TYPE.getClassLoader())
                .getMethod("evaluator", KeycloakSession.class, RealmModel.class, AdminAuth.class)
                .invoke(null, session, realm, admin));
  }

  /** The admin whose permissions an evaluator knows. */
  public static AdminAuth admin(Object evaluator) {
    return (AdminAuth)
        Evaluators.call(() -> Evaluators.TYPE.getMethod("adminAuth").invoke(evaluator));
  }

  /**
   * Asks an evaluator.
   *
   * @param part its part, by the name of its method
   * @param question what the part is asked, by the name of its method
   * @param user whom the question is about, if it is about one
   */
  public static Object ask(Object evaluator, String part, String question, UserModel... user) {
    return Evaluators.call(
        () -> {
          Method partOf = Evaluators.TYPE.getMethod(part);
          Class<?>[] types = new Class<?>[user.length];
          Arrays.fill(types, UserModel.class);
          return partOf
              .getReturnType()
              .getMethod(question, types)
              .invoke(partOf.invoke(evaluator), (Object[]) user);
        });
  }

  /**
   * {@code AuthResult} is a record since 26.5, and its old getters are to be removed.
   *
   * <p>Apart, as what follows: what breaks here must not break the rest.
   */
  private static final class Results {

    static final MethodHandle USER = accessor(UserModel.class, "user", "getUser");
    static final MethodHandle SESSION = accessor(UserSessionModel.class, "session", "getSession");
    static final MethodHandle TOKEN = accessor(AccessToken.class, "token", "getToken");
    static final MethodHandle CLIENT = accessor(ClientModel.class, "client", "getClient");

    private static MethodHandle accessor(Class<?> type, String name, String oldName) {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodType signature = MethodType.methodType(type);
      try {
        return lookup.findVirtual(AuthResult.class, name, signature);
      } catch (ReflectiveOperationException e) {
        try {
          return lookup.findVirtual(AuthResult.class, oldName, signature);
        } catch (ReflectiveOperationException e2) {
          e2.addSuppressed(e);
          throw new IllegalStateException("This Keycloak's AuthResult has no " + name, e2);
        }
      }
    }

    static Object get(MethodHandle accessor, AuthResult result) {
      try {
        return accessor.invoke(result);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Before 26.4, Keycloak's own check of a bearer token asks for no proof. */
  private static final class Proofs {

    static final boolean CHECKED = !Versions.isBefore("26.4");
  }

  /** For what only the version tells. */
  private static final class Versions {

    static final Version RUNNING = Version.parse(org.keycloak.common.Version.VERSION);

    static boolean isIn(String first, String end) {
      return !isBefore(first) && isBefore(end);
    }

    static boolean isBefore(String version) {
      return RUNNING.compareTo(Version.parse(version)) < 0;
    }
  }

  /**
   * Keycloak's evaluator of permissions lives in the package {@code admin.permissions} before 26.2
   * and in {@code admin.fgap} since, so it is reached by name.
   */
  private static final class Evaluators {

    static final Class<?> TYPE =
        Arrays.stream(AdminRealmResourceProvider.class.getMethods())
            .filter(method -> method.getName().equals("getResource"))
            .findFirst()
            .orElseThrow()
            .getParameterTypes()[2];

    /** A call by name. */
    @FunctionalInterface
    interface Call {
      Object make() throws ReflectiveOperationException;
    }

    static Object call(Call call) {
      try {
        return call.make();
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException refusal) {
          throw refusal;
        }
        throw new IllegalStateException(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("This Keycloak's evaluator has another shape", e);
      }
    }
  }
}
