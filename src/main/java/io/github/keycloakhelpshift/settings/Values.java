package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.FieldType;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses the text of a setting and the names in its key, and says what is wrong with them. */
public final class Values {

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLATFORM_ID = Pattern.compile("[A-Za-z0-9._-]{1,255}");
  private static final Pattern VAULT_REFERENCE = Pattern.compile("\\$\\{vault\\.[^}]+}");
  private static final Pattern WATCH_SECONDS = Pattern.compile("[1-9]\\d{1,2}");
  private static final Pattern WIDGET_OPTION = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

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

  private Values() {}

  static String domain(String value) {
    if (!DOMAIN.matcher(value).matches()) {
      throw new InvalidSettingException(
          "is not a Helpshift domain: write happyapps for https://happyapps.helpshift.com/");
    }
    return value;
  }

  static String platformId(String value) {
    if (!PLATFORM_ID.matcher(value).matches()) {
      throw new InvalidSettingException(
          "is not a platform id: letters, digits, dots, hyphens and underscores only");
    }
    return value;
  }

  static IdentityType identifier(String name) {
    return IdentityType.of(name)
        .orElseThrow(() -> new InvalidSettingException("names no identifier that Helpshift knows"));
  }

  static String metadataKey(String name) {
    if (Text.isBlank(name) || name.length() > Identity.MAX_METADATA_LENGTH) {
      throw new InvalidSettingException(
          "has a metadata key that is blank or over %s characters",
          String.valueOf(Identity.MAX_METADATA_LENGTH));
    }
    return name;
  }

  static String field(UserDataScope scope, String name) {
    FieldType type = scope.typeOf(name).orElse(null);
    if (type == null) {
      throw new InvalidSettingException(
          "names no %s field that Helpshift knows; a field of your own is %s<name>, and tags are"
              + " set by %s",
          scope.scopeName(), UserDataScope.CUSTOM_PREFIX, Setting.TAGS.key());
    }
    return name;
  }

  /** A list of fields: {@code global.age,app.last_90d_spend}. */
  static Set<UserDataField> fields(String list) {
    return parts(list).map(Values::field).collect(Collectors.toUnmodifiableSet());
  }

  /** A list of custom fields, with their prefix or without: {@code global.bio,app.notes}. */
  static Set<UserDataField> customFields(String list) {
    return parts(list)
        .map(
            part ->
                part.contains("." + UserDataScope.CUSTOM_PREFIX)
                    ? part
                    : part.replaceFirst("[.]", "." + UserDataScope.CUSTOM_PREFIX))
        .map(Values::field)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> parts(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty());
  }

  private static UserDataField field(String text) {
    return UserDataField.of(text)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "names a field that Helpshift does not know: write global.<field> or"
                        + " app.<field>, separated by commas"));
  }

  static EmailPolicy emailPolicy(String value) {
    return switch (value) {
      case "verified" -> EmailPolicy.VERIFIED;
      case "any" -> EmailPolicy.ANY;
      default -> throw new InvalidSettingException("is neither verified nor any");
    };
  }

  static LoginMethod login(String value) {
    return LoginMethod.of(value)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "is not one of %s", String.join(", ", LoginMethod.texts())));
  }

  static Duration watchInterval(String value) {
    if (!WATCH_SECONDS.matcher(value).matches()
        || Integer.parseInt(value) < 10
        || Integer.parseInt(value) > 600) {
      throw new InvalidSettingException("is not a whole number of seconds from 10 to 600");
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }

  static boolean bool(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSettingException("is neither true nor false");
    };
  }

  static String widgetOption(String name) {
    if (!WIDGET_OPTION.matcher(name).matches()) {
      throw new InvalidSettingException("is not the name of a widget option");
    }
    if (RESERVED_OPTIONS.contains(name)) {
      throw new InvalidSettingException("is set by this extension and can't be set by hand");
    }
    return name;
  }

  static String vaultReference(String value) {
    if (!isVaultReference(value)) {
      throw new InvalidSettingException(
          "is not a vault reference ${vault.…}; a literal secret does not belong here, because"
              + " everybody who may view the realm may read it: use the key provider"
              + " helpshift-secret");
    }
    return value;
  }

  public static boolean isVaultReference(String value) {
    return VAULT_REFERENCE.matcher(value).matches();
  }
}
