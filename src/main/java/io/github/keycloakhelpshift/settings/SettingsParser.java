package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parses the texts of settings: values and defaults in the same way. */
final class SettingsParser {

  private static final SortedMap<String, String> DEFAULTS = Setting.allDefaults();

  private final WebChatHosts hosts;
  private final Map<IdentityType, Source> identities = new EnumMap<>(IdentityType.class);
  private final Map<IdentityType, Map<String, Source>> metadata = new EnumMap<>(IdentityType.class);
  private final Map<UserDataScope, Map<String, Source>> userData =
      new EnumMap<>(UserDataScope.class);
  private final Map<String, Object> widget = new TreeMap<>();
  private Optional<String> domain = Optional.empty();
  private Optional<String> platformId = Optional.empty();
  private Optional<String> secret = Optional.empty();
  private Set<UserDataField> serverOnly = Set.of();
  private Set<UserDataField> multiline = Set.of();
  private List<Tag> tags = List.of();
  private Optional<Source> userName = Optional.empty();
  private Optional<Source> language = Optional.empty();
  // These have defaults, which are read first.
  private LoginMethod login;
  private EmailPolicy emailPolicy;
  private FullPrivacy fullPrivacy;
  private ClaimFormat claimFormat;
  private URI webChatUrl;
  private boolean tagsRemoved;
  private Loading loading;
  private Duration watchInterval;
  private boolean loginPages;
  private final List<SettingProblem> problems = new ArrayList<>();

  /** Parses texts by key, over the defaults. If a text is invalid, the default counts. */
  SettingsParser(WebChatHosts hosts, SortedMap<String, String> texts) {
    this.hosts = hosts;
    for (UserDataScope scope : UserDataScope.values()) {
      userData.put(scope, new TreeMap<>());
    }
    DEFAULTS.forEach(this::read);
    texts.forEach(this::read);
  }

  List<SettingProblem> problems() {
    return List.copyOf(problems);
  }

  private void read(String key, String text) {
    try {
      Optional<Setting> setting = Setting.of(key);
      if (setting.isPresent()) {
        read(setting.get(), new KeyNames(setting.get().namesIn(key).orElseThrow()), text);
      } else {
        problems.add(new SettingProblem(key, Reason.of("is not a setting of this version"), false));
      }
    } catch (InvalidSettingException e) {
      problems.add(e.of(key));
    }
  }

  private void read(Setting setting, KeyNames names, String text) {
    switch (setting) {
      case DOMAIN -> domain = Optional.of(TextForm.DOMAIN.require(text));
      case PLATFORM_ID -> platformId = Optional.of(TextForm.PLATFORM_ID.require(text));
      case LOGIN -> login = Choice.LOGIN.parse(text);
      case IDENTITY -> identities.put(names.identifier(), Source.parse(text));
      case IDENTITY_METADATA -> {
        String entry = names.metadataKey();
        metadata
            .computeIfAbsent(names.identifier(), type -> new TreeMap<>())
            .put(entry, Source.parse(text));
      }
      case USER_NAME -> userName = Optional.of(Source.parse(text));
      case LANGUAGE -> language = Optional.of(Source.parse(text));
      case EMAIL_POLICY -> emailPolicy = Choice.EMAIL_POLICY.parse(text);
      case FULL_PRIVACY -> fullPrivacy = FullPrivacy.parse(text);
      case USER_DATA_GLOBAL -> readUserData(UserDataScope.GLOBAL, names, text);
      case USER_DATA_APP -> readUserData(UserDataScope.APP, names, text);
      case USER_DATA_SERVER_ONLY -> serverOnly = new FieldList(new CommaList(text)).fields();
      case USER_DATA_MULTILINE -> multiline = new FieldList(new CommaList(text)).customFields();
      case TAGS -> tags = Tag.parseList(text);
      case TAGS_REMOVED -> tagsRemoved = Choice.BOOLEAN.parse(text);
      case LOAD -> loading = Choice.LOADING.parse(text);
      case WATCH_SECONDS ->
          watchInterval =
              Duration.ofSeconds(Integer.parseInt(TextForm.WATCH_SECONDS.require(text)));
      case LOGIN_PAGES -> loginPages = Choice.BOOLEAN.parse(text);
      case WEB_CHAT_URL -> webChatUrl = hosts.address(text);
      case WIDGET -> {
        String option = names.widgetOption();
        widget.put(option, WidgetOptionType.of(option).read(text));
      }
      case CHECK_ACCEPT -> {
        // Only the check uses it: accepted findings have no effect on tokens.
      }
      case SECRET -> secret = Optional.of(TextForm.VAULT_REFERENCE.require(text));
      case CLAIM_FORMAT -> claimFormat = Choice.CLAIM_FORMAT.parse(text);
    }
  }

  private void readUserData(UserDataScope scope, KeyNames names, String text) {
    userData.get(scope).put(names.field(scope), Source.parse(text));
  }

  HelpshiftSettings settings() {
    Map<IdentityType, IdentityMapping> mappings = new EnumMap<>(IdentityType.class);
    identities.forEach(
        (type, source) -> {
          if (source.kind() != Source.Kind.NONE) {
            mappings.put(type, new IdentityMapping(source, metadata.getOrDefault(type, Map.of())));
          }
        });
    return new HelpshiftSettings(
        domain,
        platformId,
        login,
        Collections.unmodifiableMap(mappings),
        userName,
        language.filter(source -> source.kind() != Source.Kind.NONE),
        emailPolicy,
        fullPrivacy,
        Collections.unmodifiableMap(userData),
        serverOnly,
        multiline,
        tags,
        tagsRemoved,
        loading,
        watchInterval,
        loginPages,
        webChatUrl,
        Collections.unmodifiableMap(widget),
        secret,
        claimFormat);
  }
}
