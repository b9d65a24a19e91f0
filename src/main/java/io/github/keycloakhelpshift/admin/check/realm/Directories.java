package io.github.keycloakhelpshift.admin.check.realm;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;

/**
 * The realm's user storages: LDAP and the like.
 *
 * @param all the enabled ones
 */
public record Directories(List<ComponentModel> all, List<ComponentModel> mappers) {

  private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";

  static Directories of(RealmModel realm) {
    List<ComponentModel> all =
        realm
            .getComponentsStream(realm.getId(), USER_STORAGE)
            .filter(model -> model.get("enabled", true))
            .toList();
    return new Directories(
        all, all.stream().flatMap(model -> realm.getComponentsStream(model.getId())).toList());
  }

  /** Returns the user attributes that a directory fills. */
  Set<String> attributes() {
    return Stream.concat(
            all.stream()
                    .anyMatch(
                        directory -> LDAPConstants.LDAP_PROVIDER.equals(directory.getProviderId()))
                ? Stream.of(LDAPConstants.LDAP_ID, LDAPConstants.LDAP_ENTRY_DN)
                : Stream.empty(),
            mappers.stream()
                .map(mapper -> mapper.get("user.model.attribute"))
                .filter(Objects::nonNull))
        .collect(Collectors.toSet());
  }

  public List<String> names() {
    return all.stream().map(ComponentModel::getName).toList();
  }
}
