package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserDataScope;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects settings over their defaults. */
final class SettingsBuilder {

  private static final URI WEB_CHAT_URL =
      URI.create(Setting.WEB_CHAT_URL.defaultValue().orElseThrow());

  private String domain;
  private String platformId;
  private final Map<IdentityType, Source> identities = new EnumMap<>(IdentityType.class);
  private final Map<IdentityType, Map<String, Source>> metadata = new EnumMap<>(IdentityType.class);
  private EmailPolicy emailPolicy = EmailPolicy.VERIFIED;
  private FullPrivacy fullPrivacy = FullPrivacy.OFF;
  private final Map<UserDataScope, Map<String, Source>> userData =
      new EnumMap<>(UserDataScope.class);
  private List<Tag> tags = List.of();
  private boolean loginPages;
  private URI webChatUrl = WEB_CHAT_URL;
  private final Map<String, Object> widget = new TreeMap<>();
  private String secret;
  private ClaimFormat claimFormat = ClaimFormat.TOKEN;

  SettingsBuilder() {
    identities.put(IdentityType.UID, new Source(Source.Kind.ID, ""));
    identities.put(IdentityType.EMAIL, new Source(Source.Kind.ATTRIBUTE, "email"));
    for (UserDataScope scope : UserDataScope.values()) {
      userData.put(scope, new TreeMap<>());
    }
  }

  void domain(String value) {
    domain = value;
  }

  void platformId(String value) {
    platformId = value;
  }

  void identity(IdentityType type, Source source) {
    identities.put(type, source);
  }

  void metadata(IdentityType type, String key, Source source) {
    metadata.computeIfAbsent(type, ignored -> new TreeMap<>()).put(key, source);
  }

  void emailPolicy(EmailPolicy value) {
    emailPolicy = value;
  }

  void fullPrivacy(FullPrivacy value) {
    fullPrivacy = value;
  }

  void userData(UserDataScope scope, String field, Source source) {
    userData.get(scope).put(field, source);
  }

  void tags(List<Tag> value) {
    tags = value;
  }

  void loginPages(boolean value) {
    loginPages = value;
  }

  void webChatUrl(URI value) {
    webChatUrl = value;
  }

  void widget(String option, Object value) {
    widget.put(option, value);
  }

  void secret(String value) {
    secret = value;
  }

  void claimFormat(ClaimFormat value) {
    claimFormat = value;
  }

  HelpshiftSettings build() {
    Map<IdentityType, IdentityMapping> mappings = new EnumMap<>(IdentityType.class);
    identities.forEach(
        (type, source) -> {
          if (source.kind() != Source.Kind.NONE) {
            mappings.put(type, new IdentityMapping(source, metadata.getOrDefault(type, Map.of())));
          }
        });
    return new HelpshiftSettings(
        Optional.ofNullable(domain),
        Optional.ofNullable(platformId),
        Collections.unmodifiableMap(mappings),
        emailPolicy,
        fullPrivacy,
        Collections.unmodifiableMap(userData),
        tags,
        loginPages,
        webChatUrl,
        Collections.unmodifiableMap(widget),
        Optional.ofNullable(secret),
        claimFormat);
  }
}
