package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.UserProfileProvider;
import org.mockito.MockedStatic;

class ProfileExportTest {

  /** One more than Helpshift takes in a request. */
  private static final int USERS = 10_001;

  private final KeycloakSession session = mock(KeycloakSession.class, RETURNS_DEEP_STUBS);
  private final AdminPermissions permissions = mock();

  @ParameterizedTest(name = "part {0}: from {1} to before {2}")
  @CsvSource({"1, 0, 10000", "2, 10000, 10001", "3, 10001, 10001", ", 0, 10001"})
  @DisplayName("A part is of 10,000 users, as many as Helpshift takes at once; without one, all go")
  void parts(Integer part, int from, int to) throws IOException {
    when(permissions.in(any(), any())).thenReturn(permissions);
    when(permissions.canView(any(UserModel.class))).thenReturn(true);
    doReturn(mock(UserProfileProvider.class, RETURNS_DEEP_STUBS))
        .when(session)
        .getProvider(UserProfileProvider.class);
    // Left out, as they are disabled: to write profiles takes a server's classes.
    UserModel user = mock();
    List<Integer> read = new ArrayList<>();
    List<Integer> users = IntStream.range(0, USERS).boxed().toList();
    when(session.users().searchForUserStream(any(), anyMap(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              List<Integer> page =
                  users.stream()
                      .skip(call.<Integer>getArgument(2))
                      .limit(call.<Integer>getArgument(3))
                      .toList();
              read.addAll(page);
              return page.stream().map(one -> user);
            });

    ProfileSummary summary =
        export(new UserList(Optional.empty(), Optional.empty()), Optional.ofNullable(part));

    assertThat(read).isEqualTo(users.subList(from, to));
    assertThat(summary.users()).isEqualTo(to - from);
  }

  private ProfileSummary export(UserList users, Optional<Integer> part) throws IOException {
    // Keycloak's own begins a transaction, for which there is no server.
    try (MockedStatic<KeycloakModelUtils> utils = mockStatic(KeycloakModelUtils.class)) {
      utils
          .when(() -> KeycloakModelUtils.runJobInTransactionWithResult(any(), any()))
          .thenAnswer(call -> call.<KeycloakSessionTaskWithResult<?>>getArgument(1).run(session));
      return new ProfileExport(
              new UserBatches(session, mock(RealmModel.class), permissions, users, part),
              new ProfileSettings(
                  SettingsReader.read(Map.of(), Map.of()).settings(), UserDataScope.GLOBAL))
          .writeTo(OutputStream.nullOutputStream());
    }
  }
}
