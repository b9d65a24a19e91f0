package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;
import org.keycloak.provider.Provider;
import org.keycloak.provider.Spi;
import org.keycloak.storage.user.UserQueryMethodsProvider;
import org.keycloak.userprofile.UserProfileProvider;
import org.mockito.MockedStatic;

class ProfileExportTest {

  /** One more than Helpshift takes in a request. */
  private static final int USERS = 10_001;

  /** What user storages implement: their interface is in a JAR that only a server has. */
  private interface Storage extends Provider {}

  private final KeycloakSession session =
      mock(KeycloakSession.class, withSettings().stubOnly().defaultAnswer(RETURNS_DEEP_STUBS));
  private final RealmModel realm = mock();
  private final AdminPermissions permissions = mock(withSettings().stubOnly());
  private final UserProvider database = mock();
  private final List<String> read = new ArrayList<>();
  private final List<ComponentModel> components = new ArrayList<>();

  @BeforeEach
  void serve() {
    when(permissions.in(any(), any())).thenReturn(permissions);
    when(permissions.canView(any(UserModel.class))).thenReturn(true);
    doReturn(mock(UserProfileProvider.class, RETURNS_DEEP_STUBS))
        .when(session)
        .getProvider(UserProfileProvider.class);
    doReturn(database).when(session).getProvider(UserProvider.class);
    when(session.realms().getRealm(any())).thenReturn(realm);
    when(session.getContext().getRealm()).thenReturn(realm);
    Spi storages = mock();
    when(storages.getName()).thenReturn("storage");
    doReturn(Storage.class).when(storages).getProviderClass();
    when(session.getKeycloakSessionFactory().getSpis()).thenReturn(Set.of(storages));
    when(realm.getComponentsStream(any(), eq(Storage.class.getName())))
        .thenAnswer(call -> components.stream());
  }

  @ParameterizedTest(name = "part {0}: from {1} to before {2}")
  @CsvSource({"1, 0, 10000", "2, 10000, 10001", "3, 10001, 10001", ", 0, 10001"})
  @DisplayName("A part is of 10,000 users, as many as Helpshift takes at once; without one, all go")
  void parts(Integer part, int from, int to) throws IOException {
    holds(database, users("user", USERS));

    ProfileSummary summary = export(Optional.ofNullable(part));

    assertThat(read).isEqualTo(users("user", USERS).subList(from, to));
    assertThat(summary.users()).isEqualTo(to - from);
  }

  @Test
  @DisplayName("A part may begin in the database and end in a user storage, or be one's own")
  void partsOfStorages() throws IOException {
    holds(database, users("local", 9_000));
    holds(storage("ldap", true), users("ldap", 3_000));
    holds(storage("off", false), users("off", 1));

    assertThat(export(Optional.of(1)).users()).isEqualTo(10_000);
    assertThat(read).hasSize(10_000).endsWith("ldap999").doesNotContain("off0");
    read.clear();
    assertThat(export(Optional.of(2)).users()).isEqualTo(2_000);
    assertThat(read).contains("ldap1000", "ldap2999");
    assertThat(export(Optional.empty()).users()).isEqualTo(12_000);
  }

  @Test
  @DisplayName("A page of users who are all gone ends nothing, and takes nobody else with it")
  void vanished() throws IOException {
    List<String> users = new ArrayList<>(users("local", 6_000));
    for (int gone = 0; gone < 2_510; gone++) {
      users.set(gone, null);
    }
    holds(database, users);

    assertThat(export(Optional.empty()).users()).isEqualTo(3_490);
  }

  @Test
  @DisplayName("A user storage that fails breaks the export")
  void failingStorage() {
    holds(database, users("local", 10));
    when(storage("ldap", true).searchForUserStream(any(), anyMap(), anyInt(), anyInt()))
        .thenThrow(new ModelException("no connection"));

    assertThatThrownBy(() -> export(Optional.empty())).isInstanceOf(ModelException.class);
  }

  @Test
  @DisplayName("An imported user whose storage fails is not counted as disabled: the export breaks")
  void importedOfFailingStorage() {
    UserModel imported = mock();
    when(imported.isFederated()).thenReturn(true);
    when(database.searchForUserStream(any(), anyMap(), anyInt(), anyInt()))
        .thenAnswer(call -> Stream.of(imported));
    UserModel delegate = new StorageUnavailableUserModelDelegate(imported, RuntimeException::new);
    when(session.users().getUserById(any(), any())).thenReturn(delegate);

    assertThatThrownBy(() -> export(Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("storage");
  }

  private UserQueryMethodsProvider storage(String id, boolean enabled) {
    ComponentModel component = new ComponentModel();
    component.setId(id);
    component.setProviderId(id);
    component.put("enabled", enabled);
    components.add(component);
    when(realm.getComponent(id)).thenReturn(component);
    Storage storage =
        mock(Storage.class, withSettings().extraInterfaces(UserQueryMethodsProvider.class));
    ComponentFactory<Storage, Storage> factory = mock();
    when(factory.create(session, component)).thenReturn(storage);
    KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
    doReturn(factory).when(sessions).getProviderFactory(Storage.class, id);
    return (UserQueryMethodsProvider) storage;
  }

  private void holds(UserQueryMethodsProvider store, List<String> users) {
    // Left out, as they are disabled: to write profiles takes a server's classes.
    UserModel user = mock(withSettings().stubOnly());
    when(store.searchForUserStream(any(), anyMap(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              List<String> page =
                  users.stream()
                      .skip(call.<Integer>getArgument(2))
                      .limit(call.<Integer>getArgument(3))
                      .toList();
              // A page of one user is only read to find where a part begins.
              if (call.<Integer>getArgument(3) > 1) {
                read.addAll(page);
              }
              return page.stream().map(one -> one == null ? null : user);
            });
  }

  private static List<String> users(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i).toList();
  }

  private ProfileSummary export(Optional<Integer> part) throws IOException {
    // Keycloak's own begins a transaction, for which there is no server.
    try (MockedStatic<KeycloakModelUtils> utils = mockStatic(KeycloakModelUtils.class)) {
      utils
          .when(() -> KeycloakModelUtils.runJobInTransactionWithResult(any(), any()))
          .thenAnswer(call -> call.<KeycloakSessionTaskWithResult<?>>getArgument(1).run(session));
      UserFilter everybody = new UserFilter(Optional.empty(), Optional.empty());
      return new ProfileExport(
              new UserBatches(session, permissions, everybody, part),
              new SettingsReader(WebChatHosts.HELPSHIFT).read(Map.of(), Map.of()).settings(),
              UserDataScope.GLOBAL,
              Locale.ENGLISH)
          .writeTo(OutputStream.nullOutputStream());
    }
  }
}
