package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.identity.UserDataScope;
import java.util.List;
import java.util.Set;

/**
 * The names in a key, in their order. Each method throws {@link InvalidSettingException} if the
 * name is invalid.
 */
record KeyNames(List<String> names) {

  /** The options that this extension sets itself: set by hand, they could log in another person. */
  private static final Set<String> RESERVED_OPTIONS =
      Set.of(
          "platformId",
          "domain",
          "authenticateWith",
          "userId",
          "userEmail",
          "userName",
          "userAuthToken",
          "fullPrivacy",
          "widgetOptions");

  IdentityType identifier() {
    return IdentityType.of(names.get(0))
        .orElseThrow(() -> new InvalidSettingException("names no identifier that Helpshift knows"));
  }

  String metadataKey() {
    String key = names.get(1);
    if (Text.isBlank(key) || key.length() > Identity.MAX_METADATA_LENGTH) {
      throw new InvalidSettingException(
          "has a metadata key that is blank or over %s characters",
          String.valueOf(Identity.MAX_METADATA_LENGTH));
    }
    return key;
  }

  String field(UserDataScope scope) {
    String field = names.get(0);
    if (scope.typeOf(field).isEmpty()) {
      throw new InvalidSettingException(
          "names no %s field that Helpshift knows; a field of your own is %s<name>, and tags are"
              + " set by %s",
          scope.scopeName(), UserDataScope.CUSTOM_PREFIX, Setting.TAGS.key());
    }
    return field;
  }

  String widgetOption() {
    String option = TextForm.WIDGET_OPTION.require(names.get(0));
    if (RESERVED_OPTIONS.contains(option)) {
      throw new InvalidSettingException("is set by this extension and can't be set by hand");
    }
    return option;
  }
}
