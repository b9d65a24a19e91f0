package io.github.keycloakhelpshift.fuzz;

import io.github.keycloakhelpshift.user.Person;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionModel;

/**
 * A person whom the lines describe: attributes in {@code user}, session notes in {@code note},
 * linked accounts in {@code link}, roles in {@code role} and groups in {@code group}.
 */
public final class FuzzedPerson {

  /** The person's id, which nobody else has. */
  public static final String ID = "8f1c2a52-6f0e-4c0e-9a55-6f3b0c9d7e11";

  private FuzzedPerson() {}

  public static Person of(FuzzedLines lines) {
    return of(lines, UnaryOperator.identity());
  }

  /** Returns the person with every value changed. */
  public static Person of(FuzzedLines lines, UnaryOperator<String> change) {
    return new Person(
        session(values(lines, "link", change)),
        realm(lines),
        user(lines, values(lines, "user", change)),
        Optional.of(userSession(values(lines, "note", change))),
        false,
        attribute -> true);
  }

  private static Map<String, String> values(
      FuzzedLines lines, String section, UnaryOperator<String> change) {
    Map<String, String> values = lines.section(section);
    values.replaceAll((key, value) -> change.apply(value));
    return values;
  }

  private static UserModel user(FuzzedLines lines, Map<String, String> attributes) {
    Map<String, String> groups = lines.section("group");
    return stub(
        UserModel.class,
        (method, arguments) ->
            switch (method) {
              case "getId" -> ID;
              case "isEnabled", "hasRole" -> true;
              case "getEmail" -> attributes.get("email");
              case "isEmailVerified" -> attributes.containsKey("verified");
              case "getFirstAttribute" -> attributes.get(arguments[0]);
              case "getAttributeStream" -> Stream.ofNullable(attributes.get(arguments[0]));
              case "getGroupsStream" -> groups.keySet().stream().map(FuzzedPerson::group);
              default -> null;
            });
  }

  private static GroupModel group(String name) {
    return stub(GroupModel.class, (method, arguments) -> method.equals("getName") ? name : null);
  }

  private static KeycloakSession session(Map<String, String> links) {
    UserProvider users =
        stub(
            UserProvider.class,
            (method, arguments) ->
                method.equals("getFederatedIdentity") && links.containsKey(arguments[2])
                    ? new FederatedIdentityModel("x", links.get(arguments[2]), "x")
                    : null);
    return stub(
        KeycloakSession.class, (method, arguments) -> method.equals("users") ? users : null);
  }

  private static RealmModel realm(FuzzedLines lines) {
    Map<String, String> roles = lines.section("role");
    return stub(
        RealmModel.class,
        (method, arguments) ->
            method.equals("getRole") && roles.containsKey(arguments[0])
                ? stub(RoleModel.class, (ofRole, none) -> null)
                : null);
  }

  private static UserSessionModel userSession(Map<String, String> notes) {
    return stub(
        UserSessionModel.class,
        (method, arguments) -> method.equals("getNote") ? notes.get(arguments[0]) : null);
  }

  /** The answer to a call of that name. */
  @FunctionalInterface
  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  /** Not a mock: it would remember millions of calls. */
  private static <T> T stub(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object value = answer.to(method.getName(), arguments);
              return value == null && method.getReturnType() == boolean.class
                  ? (Object) false
                  : value;
            }));
  }
}
