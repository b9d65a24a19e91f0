package io.github.keycloakhelpshift.rest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * What differs between the Keycloak versions that one JAR runs on: {@code AuthResult} is a record
 * since 26.5, and its old getters are to be removed.
 */
final class AuthResults {

  private static final MethodHandle USER = accessor(UserModel.class, "user", "getUser");
  private static final MethodHandle SESSION =
      accessor(UserSessionModel.class, "session", "getSession");
  private static final MethodHandle TOKEN = accessor(AccessToken.class, "token", "getToken");
  private static final MethodHandle CLIENT = accessor(ClientModel.class, "client", "getClient");

  private AuthResults() {}

  static UserModel user(AuthResult result) {
    return (UserModel) get(USER, result);
  }

  static UserSessionModel session(AuthResult result) {
    return (UserSessionModel) get(SESSION, result);
  }

  static AccessToken token(AuthResult result) {
    return (AccessToken) get(TOKEN, result);
  }

  static ClientModel client(AuthResult result) {
    return (ClientModel) get(CLIENT, result);
  }

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

  private static Object get(MethodHandle accessor, AuthResult result) {
    try {
      return accessor.invoke(result);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
