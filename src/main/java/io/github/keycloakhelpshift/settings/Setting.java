package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserDataScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every setting: its key, type, default, help, and how its text is read. Forms, docs and the parser
 * come from here, so they cannot disagree.
 *
 * <p>A key may hold names in angle brackets, for example {@code helpshift.identity.<identifier>}:
 * it then stands for many keys.
 */
public enum Setting {
  DOMAIN(
      "helpshift.domain",
      Type.TEXT,
      null,
      "Helpshift domain",
      "The first part of your Helpshift address: happyapps for happyapps.helpshift.com.",
      (builder, names, value) -> builder.domain(Values.domain(value))),
  PLATFORM_ID(
      "helpshift.platform_id",
      Type.TEXT,
      null,
      "Platform id",
      "The app's Web Chat platform id, from Helpshift's dashboard.",
      (builder, names, value) -> builder.platformId(Values.platformId(value))),
  IDENTITY(
      "helpshift.identity.<identifier>",
      Type.SOURCE,
      "uid: id; email: email; others: not sent",
      "Identity",
      "Where the value of this identity comes from: id (the Keycloak user id), idp:<alias> (the user"
          + " id at the linked identity provider), note:<name> (a user session note), none, or the"
          + " name of a user attribute. Choose one that users cannot edit themselves.",
      (builder, names, value) ->
          builder.identity(Values.identifier(names.group(1)), Source.parse(value))),
  IDENTITY_METADATA(
      "helpshift.identity.<identifier>.metadata.<key>",
      Type.SOURCE,
      null,
      "Identity metadata",
      "Where one metadata entry of this identity comes from: a source, as above.",
      (builder, names, value) ->
          builder.metadata(
              Values.identifier(names.group(1)),
              Values.metadataKey(names.group(2)),
              Source.parse(value))),
  EMAIL_POLICY(
      "helpshift.email_policy",
      Type.CHOICE,
      "verified",
      "Email policy",
      "verified: the email identity is sent only for the user's own verified email address. any:"
          + " always; whoever may write somebody else's address into his account can then open that"
          + " person's support history.",
      (builder, names, value) -> builder.emailPolicy(Values.emailPolicy(value)),
      "verified",
      "any"),
  FULL_PRIVACY(
      "helpshift.full_privacy",
      Type.SOURCE,
      "false",
      "Full privacy",
      "true, false, or a source whose value is true or false. Under full privacy Helpshift gets the"
          + " uid alone. A value that is neither counts as true.",
      (builder, names, value) -> builder.fullPrivacy(FullPrivacy.parse(value))),
  USER_DATA_GLOBAL(
      "helpshift.user_data.global.<field>",
      Type.SOURCE,
      null,
      "Global user data",
      "Where one of Helpshift's core attributes comes from: a source, as above."
          + " custom_user_fields.<name> for a custom field.",
      (builder, names, value) ->
          builder.userData(
              UserDataScope.GLOBAL,
              Values.field(UserDataScope.GLOBAL, names.group(1)),
              Source.parse(value))),
  USER_DATA_APP(
      "helpshift.user_data.app.<field>",
      Type.SOURCE,
      null,
      "App user data",
      "Where one of Helpshift's app attributes comes from: a source, as above."
          + " custom_user_fields.<name> for a custom field.",
      (builder, names, value) ->
          builder.userData(
              UserDataScope.APP,
              Values.field(UserDataScope.APP, names.group(1)),
              Source.parse(value))),
  TAGS(
      "helpshift.tags",
      Type.LIST,
      null,
      "Tags",
      "The realm roles and groups that become tags of those who have them, separated by commas:"
          + " role:vip, group:/beta. The tags must exist in Helpshift's dashboard.",
      (builder, names, value) -> builder.tags(Tag.parseList(value))),
  LOGIN_PAGES(
      "helpshift.login_pages",
      Type.BOOLEAN,
      "false",
      "Chat on login pages",
      "Whether the login pages load the chat, for people who cannot get in. They carry the password"
          + " form, so by default they load nothing from a third party.",
      (builder, names, value) -> builder.loginPages(Values.bool(value))),
  WEB_CHAT_URL(
      "helpshift.web_chat_url",
      Type.URL,
      "https://webchat.helpshift.com/webChat.js",
      "Web Chat address",
      "Where pages load Web Chat from: an https address of webchat.helpshift.com, or of a host that"
          + " the server's option web-chat-hosts allows.",
      (builder, names, value) -> builder.webChatUrl(Values.webChatUrl(value))),
  WIDGET(
      "helpshift.widget.<option>",
      Type.TEXT,
      null,
      "Widget option",
      "Passed through to helpshiftConfig or its widgetOptions, for example"
          + " helpshift.widget.position=bottom-left.",
      (builder, names, value) ->
          builder.widget(Values.widgetOption(names.group(1)), Values.widgetValue(value))),
  SECRET(
      "helpshift.secret",
      Type.VAULT_REFERENCE,
      null,
      "Shared secret from the vault",
      "A vault reference, ${vault.name}, for realms that are kept as code. A literal secret is"
          + " refused here, because whoever may view the realm may read it: use the key provider"
          + " helpshift-secret.",
      (builder, names, value) -> builder.secret(Values.vaultReference(value))),
  CLAIM_FORMAT(
      "helpshift.claim.format",
      Type.CHOICE,
      "token",
      "Claim format",
      "Mappers only. token: the signed identity token. identities: the plain identities.",
      (builder, names, value) -> builder.claimFormat(Values.claimFormat(value)),
      "token",
      "identities");

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

  private final String key;
  private final String start;
  private final Pattern pattern;
  private final Type type;
  private final String defaultValue;
  private final String label;
  private final String help;
  private final Reader reader;
  private final List<String> options;

  Setting(
      String key,
      Type type,
      String defaultValue,
      String label,
      String help,
      Reader reader,
      String... options) {
    this.key = key;
    this.start = key.substring(0, key.contains("<") ? key.indexOf('<') : key.length());
    this.pattern = pattern(key);
    this.type = type;
    this.defaultValue = defaultValue;
    this.label = label;
    this.help = help;
    this.reader = reader;
    this.options = List.of(options);
  }

  /** The key, with names in angle brackets where it stands for many. */
  public String key() {
    return key;
  }

  /** The key of one identity's source. */
  public static String identityKey(IdentityType identityType) {
    return IDENTITY.key.replace("<identifier>", identityType.identifier());
  }

  /** The type of its text. */
  public Type type() {
    return type;
  }

  /** What it is when nobody sets it; empty where it is then not set. */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** Its name in a form. */
  public String label() {
    return label;
  }

  /** What it does, in a sentence or two. */
  public String help() {
    return help;
  }

  /** What a {@link Type#CHOICE} may be. */
  public List<String> options() {
    return options;
  }

  /**
   * Reads one entry into the builder.
   *
   * @return whether the key is one of ours
   * @throws InvalidSettingException if the value is not one that this setting can have
   */
  static boolean read(SettingsBuilder builder, String key, String value) {
    for (Setting setting : ALL) {
      if (!key.startsWith(setting.start)) {
        // Spares each request some two hundred matchers.
        continue;
      }
      Matcher names = setting.pattern.matcher(key);
      if (names.matches()) {
        setting.reader.read(builder, names, value);
        return true;
      }
    }
    return false;
  }

  /** Whether a key is one of ours and its text a source, whatever name the key holds. */
  public static boolean isSource(String key) {
    for (Setting setting : ALL) {
      Matcher names = setting.pattern.matcher(key);
      if (setting.type == Type.SOURCE && names.matches()) {
        try {
          setting.reader.read(new SettingsBuilder(), names, "none");
          return true;
        } catch (InvalidSettingException e) {
          return false;
        }
      }
    }
    return false;
  }

  /**
   * {@code <identifier>} and {@code <option>} hold no dot; {@code <key>} and {@code <field>} may.
   */
  private static Pattern pattern(String key) {
    String regex =
        Arrays.stream(key.split("\\."))
            .map(
                part ->
                    switch (part) {
                      case "<identifier>", "<option>" -> "([^.]+)";
                      case "<key>", "<field>" -> "(.+)";
                      default -> Pattern.quote(part);
                    })
            .reduce((left, right) -> left + "\\." + right)
            .orElseThrow();
    return Pattern.compile(regex);
  }

  @FunctionalInterface
  private interface Reader {
    void read(SettingsBuilder builder, Matcher names, String value);
  }
}
