package io.github.keycloakhelpshift.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * One field of user data.
 *
 * @param scope whose it is
 * @param name Helpshift's name, or {@code custom_user_fields.<name>}
 */
public record UserDataField(UserDataScope scope, String name) {

  /**
   * The field that a text names, for example {@code app.user_level}; empty if Helpshift has none.
   */
  public static Optional<UserDataField> of(String text) {
    return Arrays.stream(UserDataScope.values())
        .filter(scope -> text.startsWith(prefix(scope)))
        .map(scope -> new UserDataField(scope, text.substring(prefix(scope).length())))
        .filter(field -> field.scope.typeOf(field.name).isPresent())
        .findFirst();
  }

  private static String prefix(UserDataScope scope) {
    return scope.scopeName() + ".";
  }

  /** As admins write it. */
  @Override
  public String toString() {
    return prefix(scope) + name;
  }
}
