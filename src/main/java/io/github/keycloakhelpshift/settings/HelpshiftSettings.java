package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that count for one client, typed. See {@link Setting} for what each means.
 *
 * @param identities where each identity comes from, in the order of {@link IdentityType}
 * @param userName the source of a user's name, for {@link LoginMethod#USER_AUTH_TOKEN}; empty: the
 *     full name
 * @param userData where each field of user data comes from, by scope
 * @param serverOnly the fields that no browser gets
 * @param widget options for {@code helpshiftConfig} and {@code widgetOptions}: strings, booleans,
 *     numbers, lists
 * @param secretReference vault reference of the shared secret
 */
public record HelpshiftSettings(
    Optional<String> domain,
    Optional<String> platformId,
    LoginMethod login,
    Map<IdentityType, IdentityMapping> identities,
    Optional<Source> userName,
    Optional<Source> language,
    EmailPolicy emailPolicy,
    FullPrivacy fullPrivacy,
    Map<UserDataScope, Map<String, Source>> userData,
    Set<UserDataField> serverOnly,
    Set<UserDataField> multiline,
    List<Tag> tags,
    boolean tagsRemoved,
    Loading loading,
    Duration watchInterval,
    boolean loginPages,
    URI webChatUrl,
    Map<String, Object> widget,
    Optional<String> secretReference,
    ClaimFormat claimFormat) {

  /** Returns all sources, by the key of their setting. */
  public Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    identities.forEach(
        (type, mapping) -> {
          sources.put(Setting.identityKey(type), mapping.value());
          mapping
              .metadata()
              .forEach(
                  (name, source) ->
                      sources.put(Setting.IDENTITY_METADATA.key(type.identifier(), name), source));
        });
    userName.ifPresent(source -> sources.put(Setting.USER_NAME.key(), source));
    language.ifPresent(source -> sources.put(Setting.LANGUAGE.key(), source));
    fullPrivacy.source().ifPresent(source -> sources.put(Setting.FULL_PRIVACY.key(), source));
    userData.forEach(
        (scope, fields) ->
            fields.forEach(
                (field, source) -> sources.put(Setting.userDataKey(scope, field), source)));
    return sources;
  }

  /**
   * Returns the way to log in that the claim is signed for, if it is another one than that of the
   * users.
   */
  public Optional<LoginMethod> otherLoginOfClaim() {
    return claimFormat.signedFor().filter(method -> method != login);
  }
}
