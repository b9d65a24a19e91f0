package io.github.keycloakhelpshift.compatibility;

import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * The differences between the Keycloak versions that one JAR runs on (26.4 to 26.7). When we drop
 * an old version, or a new one breaks something, this is the class to change.
 */
public final class Compatibility {

  /** Since 26.5 {@code AuthResult} is a record, and its old getters will be removed. */
  private static final boolean RECORD = AuthResult.class.isRecord();

  private Compatibility() {}

  @SuppressWarnings("removal")
  public static UserModel user(AuthResult result) {
    return RECORD ? result.user() : result.getUser();
  }

  @SuppressWarnings("removal")
  public static UserSessionModel session(AuthResult result) {
    return RECORD ? result.session() : result.getSession();
  }

  @SuppressWarnings("removal")
  public static AccessToken token(AuthResult result) {
    return RECORD ? result.token() : result.getToken();
  }

  @SuppressWarnings("removal")
  public static ClientModel client(AuthResult result) {
    return RECORD ? result.client() : result.getClient();
  }

  /** Returns all identity providers of the session's realm. */
  @SuppressWarnings("deprecation") // The new method is missing before 26.7.
  public static Stream<IdentityProviderModel> identityProviders(KeycloakSession session) {
    return session.identityProviders().getAllStream();
  }

  /** Returns when the client's last login or refresh was, in seconds since the epoch. */
  @SuppressWarnings("removal") // There is no other yet.
  public static int lastLogin(AuthenticatedClientSessionModel clientSession) {
    return clientSession.getTimestamp();
  }

  /** Whether logins ask for the scope with a parameter: {@code name:parameter}. */
  @SuppressWarnings("deprecation") // The new name is missing before 26.7.
  public static boolean isParameterized(ClientScopeModel scope) {
    return scope.isDynamicScope();
  }

  /** Whether Keycloak gives this user without their storage, which fails. Older ones throw then. */
  public static boolean isOfFailingStorage(UserModel user) {
    // By the name: the class is not there before 26.5.
    return user.getClass().getSimpleName().equals("StorageUnavailableUserModelDelegate");
  }
}
