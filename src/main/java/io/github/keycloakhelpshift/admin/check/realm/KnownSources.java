package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.settings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileConstants;

/** Knows which sources exist in a realm, and who can write them. */
public final class KnownSources {

  /** The session notes that Keycloak writes by itself. */
  private static final Set<String> NOTES =
      Set.of(
          "identity_provider",
          "identity_provider_identity",
          "AUTH_TIME",
          "SSO_AUTH",
          "clientId",
          "clientHost",
          "clientAddress",
          "KC_DEVICE_NOTE",
          "authenticators-completed",
          "loa-map",
          "kc.org");

  /** The attributes that every user profile has. */
  private static final Set<String> BUILT_IN =
      Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

  /** The attributes of directories that Keycloak lets no user write. */
  private static final Set<String> READ_ONLY =
      Set.of(LDAPConstants.LDAP_ID, LDAPConstants.LDAP_ENTRY_DN);

  /** Names for the id of a user in other products. */
  private static final Set<String> IDS =
      Set.of("sub", "userid", "uuid", "keycloakid", "subject", "guid");

  private final RealmModel realm;
  private final UPConfig userProfile;
  private final IdentityProviders providers;
  private final Set<String> attributes;

  KnownSources(
      RealmModel realm,
      UPConfig userProfile,
      IdentityProviders providers,
      Directories directories) {
    this.realm = realm;
    this.userProfile = userProfile;
    this.providers = providers;
    this.attributes = new TreeSet<>(BUILT_IN);
    userProfile.getAttributes().stream().map(UPAttribute::getName).forEach(attributes::add);
    attributes.addAll(directories.attributes());
    if (realm.isInternationalizationEnabled()) {
      attributes.add(UserModel.LOCALE);
    }
  }

  /** Whether the source can have a value. */
  public boolean has(Source source) {
    return switch (source.kind()) {
      case IDENTITY_PROVIDER -> providers.aliases().contains(source.name());
      case NOTE -> NOTES.contains(source.name()) || providers.writeNote(source.name());
      case ATTRIBUTE -> isDeclared(source.name()) || takesUndeclared();
      case ID, NONE -> true;
    };
  }

  public boolean isDeclared(String attribute) {
    return attributes.contains(attribute);
  }

  public boolean isMultivalued(String attribute) {
    return Optional.ofNullable(userProfile.getAttribute(attribute))
        .filter(UPAttribute::isMultivalued)
        .isPresent();
  }

  private boolean takesUndeclared() {
    return userProfile.getUnmanagedAttributePolicy() != null;
  }

  /** Returns the existing source that the admin probably meant; empty if no name is similar. */
  public Optional<String> suggestion(Source source) {
    String text = source.toString();
    if (source.kind() == Source.Kind.ATTRIBUTE
        && IDS.contains(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))) {
      return Optional.of("id");
    }
    String bare = text.replaceFirst("^(?i)((idp|note|attributes?|attr|user)\\s*[:.]\\s*)+", "");
    List<String> exact = new ArrayList<>(attributes);
    exact.addAll(List.of("id", "none"));
    return exact.stream()
        .filter(name -> !name.equals(text) && new Spelling(bare).isSame(name))
        .findFirst()
        .or(() -> alias(bare))
        .or(() -> new Spelling(bare).nearest(attributes))
        .or(() -> note(source))
        .filter(meant -> !meant.equals(text));
  }

  private static Optional<String> note(Source source) {
    return source.kind() == Source.Kind.NOTE
        ? new Spelling(source.name())
            .nearest(NOTES)
            .map(note -> new Source(Source.Kind.NOTE, note).toString())
        : Optional.empty();
  }

  private Optional<String> alias(String text) {
    Set<String> aliases = providers.aliases();
    return aliases.stream()
        .filter(alias -> new Spelling(text).isSame(alias))
        .findFirst()
        .or(() -> new Spelling(text).nearest(aliases))
        .map(alias -> Source.IDP_PREFIX + alias);
  }

  /** Whether users can write the source themselves. */
  public boolean isUserEditable(Source source) {
    if (source.kind() != Source.Kind.ATTRIBUTE) {
      return false;
    }
    String name = source.name();
    if (READ_ONLY.contains(name)
        || (name.equals(UserModel.USERNAME) && !realm.isEditUsernameAllowed())) {
      return false;
    }
    UPAttribute attribute = userProfile.getAttribute(name);
    if (attribute == null) {
      return userProfile.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
    }
    return attribute.getPermissions() != null
        && attribute.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
  }
}
