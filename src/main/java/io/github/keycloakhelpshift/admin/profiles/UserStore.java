package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.PrioritizedComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.provider.Provider;
import org.keycloak.provider.Spi;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/**
 * Where Keycloak keeps users of a realm: its database, or a user storage such as LDAP.
 *
 * <p>Asked directly: {@code session.users()} goes on without a storage that fails, and its users
 * would be missing without a word.
 *
 * @param storageId the component of the user storage; empty: the database
 */
record UserStore(Optional<String> storageId) {

  /** The SPI of user storages, whose classes are in a JAR that cannot be compiled against. */
  private static final String STORAGE_SPI = "storage";

  /** The database, then the realm's enabled user storages in the order of their priority. */
  static List<UserStore> of(KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    return Stream.concat(
            Stream.of(new UserStore(Optional.empty())),
            realm
                .getComponentsStream(realm.getId(), storageClass(session).getName())
                .filter(model -> model.get("enabled", true))
                .sorted(PrioritizedComponentModel.comparator)
                .map(ComponentModel::getId)
                .map(id -> new UserStore(Optional.of(id)))
                .filter(store -> store.canList(session)))
        .toList();
  }

  private static Class<? extends Provider> storageClass(KeycloakSession session) {
    return session.getKeycloakSessionFactory().getSpis().stream()
        .filter(spi -> spi.getName().equals(STORAGE_SPI))
        .findFirst()
        .map(Spi::getProviderClass)
        .orElseThrow();
  }

  /** Some storages can only look up one user by their name, at the login. */
  private boolean canList(KeycloakSession session) {
    return provider(session) instanceof UserQueryMethodsProvider;
  }

  /** Makes a storage as Keycloak's own manager does. A storage that cannot be made fails here. */
  private Provider provider(KeycloakSession session) {
    if (storageId.isEmpty()) {
      return session.getProvider(UserProvider.class);
    }
    ComponentModel model = session.getContext().getRealm().getComponent(storageId.get());
    ComponentFactory<?, ?> factory =
        (ComponentFactory<?, ?>)
            session
                .getKeycloakSessionFactory()
                .getProviderFactory(storageClass(session), model.getProviderId());
    Provider provider = (Provider) factory.create(session, model);
    session.enlistForClose(provider);
    return provider;
  }

  /**
   * One page; empty beyond its end.
   *
   * @return each user, as Keycloak knows them; empty for one who is not wanted or no longer there
   */
  List<Optional<UserModel>> page(KeycloakSession session, UserFilter filter, int first, int max) {
    Provider provider = provider(session);
    boolean isDatabase = storageId.isEmpty();
    // Groups and roles of a storage's users can be there or in Keycloak: the user tells both.
    Predicate<UserModel> wanted = isDatabase ? filter::acceptsListed : filter::accepts;
    try (Stream<UserModel> page =
        isDatabase
            ? filter.pageOf((UserProvider) provider, session, first, max)
            : UserFilter.pageOfAll(
                (UserQueryMethodsProvider) provider, session.getContext().getRealm(), first, max)) {
      return page.map(
              user ->
                  Optional.ofNullable(user).filter(wanted).flatMap(one -> present(session, one)))
          .toList();
    }
  }

  /**
   * A user of a storage may be gone there, and one of an organization may be disabled with it: only
   * Keycloak's own look-up tells that.
   */
  private static Optional<UserModel> present(KeycloakSession session, UserModel user) {
    RealmModel realm = session.getContext().getRealm();
    if (!user.isFederated() && !realm.isOrganizationsEnabled()) {
      return Optional.of(user);
    }
    UserModel known = session.users().getUserById(realm, user.getId());
    if (known != null && Compatibility.isOfFailingStorage(known)) {
      throw new IllegalStateException("The user storage of user " + user.getId() + " fails");
    }
    return Optional.ofNullable(known);
  }
}
