package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileConstants;

/** Whether each source can have a value, and whether the value can be trusted. */
final class SourceCheck implements Check {

  /** The session notes that Keycloak writes by itself. */
  private static final Set<String> KNOWN_NOTES =
      Set.of("identity_provider", "identity_provider_identity", "AUTH_TIME");

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    return realm.layers().stream().flatMap(layer -> ofLayer(realm, layer));
  }

  private static Stream<Finding> ofLayer(CheckedRealm realm, ClientSettings layer) {
    HelpshiftSettings settings = CheckedRealm.settings(layer);
    List<Finding> found = new ArrayList<>();
    MappedSources.of(settings)
        .forEach((key, source) -> addUnavailable(realm, layer, key, source, found));
    settings
        .identities()
        .forEach(
            (type, mapping) -> {
              boolean verified =
                  type == IdentityType.EMAIL && settings.emailPolicy() == EmailPolicy.VERIFIED;
              if (!verified) {
                addEditable(realm, layer, Setting.identityKey(type), mapping.value(), found);
              }
              if (type == IdentityType.UID) {
                addAmbiguousUid(realm, layer, mapping.value(), found);
              }
            });
    return found.stream();
  }

  private static void addUnavailable(
      CheckedRealm realm, ClientSettings layer, String key, Source source, List<Finding> found) {
    switch (source.kind()) {
      case IDENTITY_PROVIDER -> {
        if (realm.session().identityProviders().getByAlias(source.name()) == null) {
          add(
              Rule.IDENTITY_PROVIDER_UNKNOWN,
              layer,
              key,
              source,
              "no such identity provider",
              found);
        }
      }
      case NOTE -> {
        if (!KNOWN_NOTES.contains(source.name()) && !isWritten(realm, source.name())) {
          add(Rule.NOTE_UNKNOWN, layer, key, source, "nothing is known to write it", found);
        }
      }
      case ATTRIBUTE -> {
        if (realm.userProfile().getAttribute(source.name()) == null
            && realm.userProfile().getUnmanagedAttributePolicy() == null) {
          add(Rule.ATTRIBUTE_NOT_DECLARED, layer, key, source, "not in the user profile", found);
        }
      }
      case ID, NONE -> {
        // Always there, or never wanted.
      }
    }
  }

  /** By a mapper of an identity provider that names it. */
  private static boolean isWritten(CheckedRealm realm, String note) {
    try (Stream<IdentityProviderMapperModel> mappers =
        realm.session().identityProviders().getMappersStream()) {
      return mappers.anyMatch(mapper -> mapper.getConfig().containsValue(note));
    }
  }

  private static void addEditable(
      CheckedRealm realm, ClientSettings layer, String key, Source source, List<Finding> found) {
    if (source.kind() == Source.Kind.ATTRIBUTE && isEditable(realm, source.name())) {
      add(Rule.SOURCE_USER_EDITABLE, layer, key, source, "users can edit it themselves", found);
    }
  }

  private static boolean isEditable(CheckedRealm realm, String name) {
    if (name.equals(UserModel.USERNAME) && !realm.realm().isEditUsernameAllowed()) {
      return false;
    }
    UPAttribute attribute = realm.userProfile().getAttribute(name);
    if (attribute == null) {
      return realm.userProfile().getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
    }
    return attribute.getPermissions() != null
        && attribute.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
  }

  private static void addAmbiguousUid(
      CheckedRealm realm, ClientSettings layer, Source source, List<Finding> found) {
    String key = Setting.identityKey(IdentityType.UID);
    String name = source.name();
    switch (source.kind()) {
      case NOTE -> add(Rule.UID_NOT_UNIQUE, layer, key, source, "a session note", found);
      case ATTRIBUTE -> {
        boolean username = name.equals(UserModel.USERNAME);
        if (name.equals(UserModel.EMAIL)
            || (username && realm.realm().isRegistrationEmailAsUsername())) {
          add(Rule.UID_IS_EMAIL, layer, key, source, "an email address", found);
        } else if (username) {
          add(Rule.UID_MAY_BE_EMAIL, layer, key, source, "may hold an email address", found);
        } else {
          add(Rule.UID_NOT_UNIQUE, layer, key, source, "not unique", found);
        }
      }
      case ID, IDENTITY_PROVIDER, NONE -> {
        // Unique, or not there.
      }
    }
  }

  private static void add(
      Rule rule,
      ClientSettings layer,
      String key,
      Source source,
      String what,
      List<Finding> found) {
    found.add(
        new Finding(rule, key, layer.ownerOf(key), "The source %s: %s.".formatted(source, what)));
  }
}
