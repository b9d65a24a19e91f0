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
 * Every setting: its key, its type, its default, and who may say it. The words of a setting, label
 * and help, stand in the message bundles under {@link #messageKey()}.
 *
 * <p>A key may hold names in angle brackets: it then stands for many keys.
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

  /** What all keys begin with. */
  public static final String PREFIX = "helpshift.";

  /** The type of a setting's text: which input a form shows. */
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
   * @param key behind the prefix
   * @param mostSpecific the most specific layer that may say it
   * @param defaults the default, by the name in the key; by the empty text where it holds no name
   * @param less what the client's own mapper may say all the same, because it takes something away
   * @param options what a choice may be
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

  /** The setting that a key belongs to; empty if it is none of ours. */
  public static Optional<Setting> of(String key) {
    return ALL.stream().filter(setting -> setting.key.namesIn(key).isPresent()).findFirst();
  }

  /** The texts that count where nobody says anything, by key. */
  static SortedMap<String, String> allDefaults() {
    SortedMap<String, String> all = new TreeMap<>();
    for (Setting setting : ALL) {
      setting.defaults.forEach((name, text) -> all.put(setting.key(name), text));
    }
    return all;
  }

  /** The key, with names in angle brackets where it stands for many. */
  public String key() {
    return key.toString();
  }

  /** The key with these names in the place of those in angle brackets. */
  public String key(String... names) {
    return key.key(names);
  }

  /** The key of one identity's source. */
  public static String identityKey(IdentityType identityType) {
    return IDENTITY.key(identityType.identifier());
  }

  /** The key of one field of user data. */
  public static String userDataKey(UserDataScope scope, String field) {
    return (scope == UserDataScope.GLOBAL ? USER_DATA_GLOBAL : USER_DATA_APP).key(field);
  }

  /** Whether the key stands for many keys. */
  public boolean hasNames() {
    return key.hasNames();
  }

  /** The names that a key of this setting holds; empty if the key is another setting's. */
  Optional<List<String>> namesIn(String anyKey) {
    return key.namesIn(anyKey);
  }

  /** The type of its text. */
  public Type type() {
    return type;
  }

  /** Whether that text counts where that layer says it. */
  public boolean counts(SettingsLayer layer, String text) {
    return layer.compareTo(mostSpecific) <= 0
        || (mostSpecific == SettingsLayer.CLIENT_SCOPE && less.contains(text));
  }

  /** Where it counts, to stand behind "counts only as". */
  String places() {
    return mostSpecific.places()
        + (less.isEmpty()
            ? ""
            : "; a client's own mapper may only say " + String.join(" or ", less));
  }

  /** What it is when nobody sets it, in words; empty where it is then not set. */
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

  /** What a {@link Type#CHOICE} may be. */
  public List<String> options() {
    return options;
  }

  /** The key of its label in the message bundles; with {@code Help} behind it, of its help. */
  public String messageKey() {
    return "helpshift"
        + Arrays.stream(name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }
}
