package io.github.keycloakhelpshift.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.ForbiddenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.RealmPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;

class AdminPermissionsTest {

  private final AdminPermissionEvaluator evaluator = mock(AdminPermissionEvaluator.class);
  private final RealmPermissionEvaluator realm = mock(RealmPermissionEvaluator.class);
  private final UserPermissionEvaluator users = mock(UserPermissionEvaluator.class);
  private final UserModel user = mock(UserModel.class);
  private final AdminPermissions permissions = new AdminPermissions(evaluator);

  @BeforeEach
  void evaluator() {
    when(evaluator.realm()).thenReturn(realm);
    when(evaluator.users()).thenReturn(users);
  }

  @Test
  void asksKeycloak() {
    when(users.canView(user)).thenReturn(true);
    when(users.canQuery()).thenReturn(true);

    assertThat(permissions.canView(user)).isTrue();
    assertThat(permissions.canView(mock(UserModel.class))).isFalse();
    assertThat(permissions.canQueryUsers()).isTrue();
    permissions.requireViewRealm();
    permissions.requireManageRealm();
    permissions.requireQueryUsers();
    permissions.requireView(user);
  }

  @Test
  void passesItsRefusalOn() {
    doThrow(ForbiddenException.class).when(realm).requireManageRealm();
    doThrow(ForbiddenException.class).when(users).requireView(user);

    assertThatThrownBy(permissions::requireManageRealm).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> permissions.requireView(user)).isInstanceOf(ForbiddenException.class);
  }
}
