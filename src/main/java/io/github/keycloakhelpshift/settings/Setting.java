package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Arrays;
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
  DOMAIN("domain", Type.TEXT, SettingsLayer.CLIENT),
  PLATFORM_ID("platform_id", Type.TEXT, SettingsLayer.CLIENT),
  LOGIN(
      "login",
      Type.CHOICE,
      SettingsLayer.CLIENT_SCOPE,
      Map.of("", LoginMethod.IDENTITIES.text()),
      Set.of(),
      LoginMethod.texts()),
  IDENTITY(
      "identity.<identifier>",
      Type.SOURCE,
      SettingsLayer.CLIENT_SCOPE,
      Map.of("uid", "id", "email", "email"),
      Set.of("none")),
  IDENTITY_METADATA(
      "identity.<identifier>.metadata.<key>",
      Type.SOURCE,
      SettingsLayer.CLIENT_SCOPE,
      Map.of(),
      Set.of("none")),
  USER_NAME("user_name", Type.SOURCE, SettingsLayer.CLIENT_SCOPE),
  LANGUAGE("language", Type.SOURCE, SettingsLayer.CLIENT_SCOPE),
  EMAIL_POLICY(
      "email_policy",
      Type.CHOICE,
      SettingsLayer.CLIENT_SCOPE,
      Map.of("", "verified"),
      Set.of("verified"),
      List.of("verified", "any")),
  FULL_PRIVACY(
      "full_privacy", Type.SOURCE, SettingsLayer.CLIENT_SCOPE, Map.of("", "false"), Set.of("true")),
  USER_DATA_GLOBAL("user_data.global.<field>", Type.SOURCE, SettingsLayer.CLIENT),
  USER_DATA_APP("user_data.app.<field>", Type.SOURCE, SettingsLayer.CLIENT),
  USER_DATA_SERVER_ONLY("user_data.server_only", Type.LIST, SettingsLayer.CLIENT),
  USER_DATA_MULTILINE("user_data.multiline", Type.LIST, SettingsLayer.CLIENT),
  TAGS("tags", Type.LIST, SettingsLayer.CLIENT),
  TAGS_REMOVED("tags_removed", Type.BOOLEAN, SettingsLayer.CLIENT, Map.of("", "true"), Set.of()),
  LOAD(
      "load",
      Type.CHOICE,
      SettingsLayer.CLIENT,
      Map.of("", "always"),
      Set.of(),
      List.of("always", "signed-in", "manual")),
  WATCH_SECONDS("watch_seconds", Type.TEXT, SettingsLayer.REALM, Map.of("", "60"), Set.of()),
  LOGIN_PAGES("login_pages", Type.BOOLEAN, SettingsLayer.REALM, Map.of("", "false"), Set.of()),
  WEB_CHAT_URL(
      "web_chat_url",
      Type.URL,
      SettingsLayer.REALM,
      Map.of("", "https://webchat.helpshift.com/webChat.js"),
      Set.of()),
  WIDGET("widget.<option>", Type.TEXT, SettingsLayer.CLIENT),
  SECRET("secret", Type.VAULT_REFERENCE, SettingsLayer.CLIENT_SCOPE),
  CHECK_ACCEPT("check.accept", Type.LIST, SettingsLayer.REALM),
  CLAIM_FORMAT(
      "claim.format",
      Type.CHOICE,
      SettingsLayer.CLIENT,
      Map.of("", "token"),
      Set.of(),
      ClaimFormat.texts());

  /** The prefix of all keys. */
  public static final String PREFIX = "helpshift.";

  /** The type of a setting's text: it decides which input a form shows. */
  public enum Type {
    TEXT,
    BOOLEAN,
    CHOICE,
    SOURCE,
    LIST,
    URL,
    VAULT_REFERENCE
  }

  private static final List<Setting> ALL = List.of(values());

  private final KeyPattern key;
  private final Type type;
  private final SettingsLayer mostSpecific;
  private final Map<String, String> defaults;
  private final Set<String> less;
  private final List<String> options;

  Setting(String key, Type type, SettingsLayer mostSpecific) {
    this(key, type, mostSpecific, Map.of(), Set.of());
  }

  Setting(
      String key,
      Type type,
      SettingsLayer mostSpecific,
      Map<String, String> defaults,
      Set<String> less) {
    this(key, type, mostSpecific, defaults, less, List.of());
  }

  /**
   * A setting.
   *
   * @param key the key after the prefix
   * @param mostSpecific the most specific layer that may set it
   * @param defaults the defaults by the name in the key; by the empty text if the key contains no
   *     name
   * @param less the values that the client's own mapper may set in any case, because they disclose
   *     less
   * @param options the options of a choice
   */
  Setting(
      String key,
      Type type,
      SettingsLayer mostSpecific,
      Map<String, String> defaults,
      Set<String> less,
      List<String> options) {
    this.key = new KeyPattern("helpshift." + key);
    this.type = type;
    this.mostSpecific = mostSpecific;
    this.defaults = defaults;
    this.less = less;
    this.options = options;
  }

  /** Returns the setting that a key belongs to; empty if it is not one of our keys. */
  public static Optional<Setting> of(String key) {
    return ALL.stream().filter(setting -> setting.key.namesIn(key).isPresent()).findFirst();
  }

  /** Returns the default texts by key. */
  static SortedMap<String, String> allDefaults() {
    SortedMap<String, String> all = new TreeMap<>();
    for (Setting setting : ALL) {
      setting.defaults.forEach((name, text) -> all.put(setting.key(name), text));
    }
    return all;
  }

  /** Returns the key, with names in angle brackets if it matches many. */
  public String key() {
    return key.toString();
  }

  /** Returns the key, with these names instead of those in angle brackets. */
  public String key(String... names) {
    return key.key(names);
  }

  /** Returns the key of one identity's source. */
  public static String identityKey(IdentityType identityType) {
    return IDENTITY.key(identityType.identifier());
  }

  /** Returns the key of one field of user data. */
  public static String userDataKey(UserDataScope scope, String field) {
    return (scope == UserDataScope.GLOBAL ? USER_DATA_GLOBAL : USER_DATA_APP).key(field);
  }

  /** Whether the key matches many keys. */
  public boolean hasNames() {
    return key.hasNames();
  }

  /** Returns the names in a key of this setting; empty if the key belongs to another setting. */
  Optional<List<String>> namesIn(String anyKey) {
    return key.namesIn(anyKey);
  }

  /** Returns the type of the setting's text. */
  public Type type() {
    return type;
  }

  /** Whether that text counts if that layer sets it. */
  public boolean counts(SettingsLayer layer, String text) {
    return layer.compareTo(mostSpecific) <= 0
        || (mostSpecific == SettingsLayer.CLIENT_SCOPE && less.contains(text));
  }

  /** Returns the most specific layer that may set it. */
  public SettingsLayer mostSpecific() {
    return mostSpecific;
  }

  /** Returns the texts that also count in a client's own mapper, because they only take away. */
  public Set<String> lessInClient() {
    return less;
  }

  /** Returns the problem of a key that is in a layer where it does not count. */
  SettingProblem misplaced(String anyKey) {
    if (mostSpecific == SettingsLayer.REALM) {
      return new SettingProblem(anyKey, "does not count here, only as a realm attribute", false);
    }
    return less.isEmpty()
        ? new SettingProblem(
            anyKey,
            "does not count here, only as a realm attribute or in a client scope's mapper",
            false)
        : new SettingProblem(
            anyKey,
            "does not count here, only as a realm attribute or in a client scope's mapper; a"
                + " client's own mapper may only say %s",
            List.copyOf(less),
            false);
  }

  /** Returns the default in words; empty if there is no default. */
  public Optional<String> defaultValue() {
    if (defaults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        hasNames()
            ? Arrays.stream(IdentityType.values())
                    .map(IdentityType::identifier)
                    .filter(defaults::containsKey)
                    .map(name -> name + ": " + defaults.get(name))
                    .collect(Collectors.joining("; "))
                + "; others: not sent"
            : defaults.get(""));
  }

  /** Returns what {@code <identifier>} in the key stands for; empty if the key does not have it. */
  public List<String> identifiers() {
    return key().contains("<identifier>")
        ? Arrays.stream(IdentityType.values()).map(IdentityType::identifier).toList()
        : List.of();
  }

  /** Returns the options of a {@link Type#CHOICE}. */
  public List<String> options() {
    return options;
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
