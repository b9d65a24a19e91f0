package io.github.keycloakhelpshift.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.ForbiddenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.ClientPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.RealmPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;

class AdminPermissionsTest {

  private final AdminPermissionEvaluator evaluator = mock(AdminPermissionEvaluator.class);
  private final RealmPermissionEvaluator realm = mock(RealmPermissionEvaluator.class);
  private final UserPermissionEvaluator users = mock(UserPermissionEvaluator.class);
  private final ClientPermissionEvaluator clients = mock(ClientPermissionEvaluator.class);
  private final ClientModel client = mock(ClientModel.class);
  private final UserModel user = mock(UserModel.class);
  private final AdminPermissions permissions = new AdminPermissions(evaluator);

  @BeforeEach
  void evaluator() {
    when(evaluator.realm()).thenReturn(realm);
    when(evaluator.users()).thenReturn(users);
    when(evaluator.clients()).thenReturn(clients);
  }

  @Test
  void asksKeycloak() {
    when(users.canView(user)).thenReturn(true);
    when(users.canView()).thenReturn(true);
    when(clients.canView(client)).thenReturn(true);
    when(clients.canView()).thenReturn(true);

    assertThat(permissions.canView(user)).isTrue();
    assertThat(permissions.canView(mock(UserModel.class))).isFalse();
    assertThat(permissions.canViewUsers()).isTrue();
    assertThat(permissions.canView(client)).isTrue();
    assertThat(permissions.canView(mock(ClientModel.class))).isFalse();
    assertThat(permissions.canViewClients()).isTrue();
    permissions.requireViewRealm();
    permissions.requireManageRealm();
    permissions.requireQueryUsers();
  }

  @Test
  void passesItsRefusalOn() {
    doThrow(ForbiddenException.class).when(realm).requireManageRealm();
    doThrow(ForbiddenException.class).when(users).requireQuery();

    assertThatThrownBy(permissions::requireManageRealm).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(permissions::requireQueryUsers).isInstanceOf(ForbiddenException.class);
  }
}
