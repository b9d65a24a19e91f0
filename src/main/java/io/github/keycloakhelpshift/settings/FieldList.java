package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataScope;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of fields of user data: {@code global.age,app.last_90d_spend}. */
record FieldList(CommaList texts) {

  /**
   * Returns the fields.
   *
   * @throws InvalidSettingException if Helpshift does not know one of them
   */
  Set<UserDataField> fields() {
    return texts.parts().map(FieldList::field).collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the fields as custom ones, with their prefix or without: {@code global.bio}. */
  Set<UserDataField> customFields() {
    return texts
        .parts()
        .map(
            part ->
                part.contains("." + UserDataScope.CUSTOM_PREFIX)
                    ? part
                    : part.replaceFirst("[.]", "." + UserDataScope.CUSTOM_PREFIX))
        .map(FieldList::field)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static UserDataField field(String text) {
    return UserDataField.of(text)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "names a field that Helpshift does not know: write global.<field> or"
                        + " app.<field>, separated by commas"));
  }
}
