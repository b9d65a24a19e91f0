package io.github.keycloakhelpshift.settings;

import static io.github.keycloakhelpshift.settings.SettingSpec.choice;
import static io.github.keycloakhelpshift.settings.SettingSpec.setting;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every setting: its key, its type, its default, and the layers that may set it. Its label and help
 * are in the message bundles under {@link #messageKey()}.
 *
 * <p>A key may contain names in angle brackets: it then matches many keys.
 */
public enum Setting {
  DOMAIN(setting(SettingsLayer.CLIENT, "domain", SettingType.TEXT)),
  PLATFORM_ID(setting(SettingsLayer.CLIENT, "platform_id", SettingType.TEXT)),
  LOGIN(
      choice(SettingsLayer.CLIENT_SCOPE, "login", Choice.LOGIN)
          .defaultsTo(LoginMethod.IDENTITIES.text())),
  IDENTITY(
      setting(SettingsLayer.CLIENT_SCOPE, "identity.<identifier>", SettingType.SOURCE)
          .defaults(Map.of("uid", "id", "email", "email"))
          .less("none")),
  IDENTITY_METADATA(
      setting(
              SettingsLayer.CLIENT_SCOPE,
              "identity.<identifier>.metadata.<key>",
              SettingType.SOURCE)
          .less("none")),
  USER_NAME(setting(SettingsLayer.CLIENT_SCOPE, "user_name", SettingType.SOURCE)),
  LANGUAGE(setting(SettingsLayer.CLIENT_SCOPE, "language", SettingType.SOURCE)),
  EMAIL_POLICY(
      choice(SettingsLayer.CLIENT_SCOPE, "email_policy", Choice.EMAIL_POLICY)
          .defaultsTo("verified")
          .less("verified")),
  FULL_PRIVACY(
      setting(SettingsLayer.CLIENT_SCOPE, "full_privacy", SettingType.SOURCE)
          .defaultsTo("false")
          .less("true")),
  USER_DATA_GLOBAL(setting(SettingsLayer.CLIENT, "user_data.global.<field>", SettingType.SOURCE)),
  USER_DATA_APP(setting(SettingsLayer.CLIENT, "user_data.app.<field>", SettingType.SOURCE)),
  USER_DATA_SERVER_ONLY(setting(SettingsLayer.CLIENT, "user_data.server_only", SettingType.LIST)),
  USER_DATA_MULTILINE(setting(SettingsLayer.CLIENT, "user_data.multiline", SettingType.LIST)),
  TAGS(setting(SettingsLayer.CLIENT, "tags", SettingType.LIST)),
  TAGS_REMOVED(
      setting(SettingsLayer.CLIENT, "tags_removed", SettingType.BOOLEAN).defaultsTo("true")),
  LOAD(choice(SettingsLayer.CLIENT, "load", Choice.LOADING).defaultsTo("always")),
  WATCH_SECONDS(setting(SettingsLayer.REALM, "watch_seconds", SettingType.TEXT).defaultsTo("60")),
  LOGIN_PAGES(setting(SettingsLayer.REALM, "login_pages", SettingType.BOOLEAN).defaultsTo("false")),
  WEB_CHAT_URL(
      setting(SettingsLayer.REALM, "web_chat_url", SettingType.URL)
          .defaultsTo("https://webchat.helpshift.com/webChat.js")),
  WIDGET(setting(SettingsLayer.CLIENT, "widget.<option>", SettingType.TEXT)),
  SECRET(setting(SettingsLayer.CLIENT_SCOPE, "secret", SettingType.VAULT_REFERENCE)),
  CHECK_ACCEPT(setting(SettingsLayer.REALM, "check.accept", SettingType.LIST)),
  CLAIM_FORMAT(
      choice(SettingsLayer.CLIENT, "claim.format", Choice.CLAIM_FORMAT).defaultsTo("token"));

  public static final String PREFIX = KeyPattern.PREFIX;

  private static final List<Setting> ALL = List.of(values());

  private final SettingSpec spec;

  Setting(SettingSpec spec) {
    this.spec = spec;
  }

  /** Returns the setting that a key belongs to; empty if it is not one of our keys. */
  public static Optional<Setting> of(String key) {
    return ALL.stream().filter(setting -> setting.spec.key().namesIn(key).isPresent()).findFirst();
  }

  static SortedMap<String, String> allDefaults() {
    SortedMap<String, String> all = new TreeMap<>();
    for (Setting setting : ALL) {
      setting.spec.defaults().forEach((name, text) -> all.put(setting.key(name), text));
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /** Returns the key, with names in angle brackets if it matches many. */
  public String key() {
    return spec.key().toString();
  }

  /** Returns the key, with these names instead of those in angle brackets. */
  public String key(String... names) {
    return spec.key().key(names);
  }

  public static String identityKey(IdentityType identityType) {
    return IDENTITY.key(identityType.identifier());
  }

  public static String userDataKey(UserDataScope scope, String field) {
    return (scope == UserDataScope.GLOBAL ? USER_DATA_GLOBAL : USER_DATA_APP).key(field);
  }

  public boolean hasNames() {
    return spec.key().hasNames();
  }

  /** Returns the names in a key of this setting; empty if the key belongs to another setting. */
  public Optional<List<String>> namesIn(String anyKey) {
    return spec.key().namesIn(anyKey);
  }

  public SettingType type() {
    return spec.type();
  }

  /** Whether that text counts if that layer sets it. */
  public boolean counts(SettingsLayer layer, String text) {
    return layer.compareTo(mostSpecific()) <= 0
        || (mostSpecific() == SettingsLayer.CLIENT_SCOPE && lessInClient().contains(text));
  }

  public SettingsLayer mostSpecific() {
    return spec.mostSpecific();
  }

  /** Returns the texts that also count in a client's own mapper, because they only take away. */
  public Set<String> lessInClient() {
    return spec.less();
  }

  /** Says, as the continuation of a key, which layers may set it. */
  Reason whereItCounts() {
    if (mostSpecific() == SettingsLayer.REALM) {
      return Reason.of("does not count here, only as a realm attribute");
    }
    return lessInClient().isEmpty()
        ? Reason.of("does not count here, only as a realm attribute or in a client scope's mapper")
        : Reason.of(
            "does not count here, only as a realm attribute or in a client scope's mapper; a"
                + " client's own mapper may only say %s",
            String.join(", ", lessInClient()));
  }

  /** Returns the default in words; empty if there is no default. */
  public Optional<String> defaultValue() {
    return spec.defaultInWords();
  }

  /** Returns what {@code <identifier>} in the key stands for; empty if the key does not have it. */
  public List<String> identifiers() {
    return key().contains("<identifier>")
        ? Arrays.stream(IdentityType.values()).map(IdentityType::identifier).toList()
        : List.of();
  }

  /** Returns the options of a {@link SettingType#CHOICE}. */
  public List<String> options() {
    return spec.options();
  }

  /**
   * Returns the key of the label in the message bundles. With {@code Help} at its end it is the key
   * of the help.
   */
  public String messageKey() {
    return "helpshift"
        + Arrays.stream(name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }
}
