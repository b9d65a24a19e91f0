package io.github.keycloakhelpshift.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * One field of user data.
 *
 * @param name Helpshift's name, or {@code custom_user_fields.<name>}
 */
public record UserDataField(UserDataScope scope, String name) {

  /**
   * Returns the field with that text, for example {@code app.user_level}; empty if Helpshift has no
   * such field.
   */
  public static Optional<UserDataField> of(String text) {
    return Arrays.stream(UserDataScope.values())
        .filter(scope -> text.startsWith(scope.prefix()))
        .map(scope -> new UserDataField(scope, text.substring(scope.prefix().length())))
        .filter(field -> field.scope.typeOf(field.name).isPresent())
        .findFirst();
  }

  /** Returns the text that admins write. */
  @Override
  public String toString() {
    return scope.prefix() + name;
  }
}
