package io.github.keycloakhelpshift.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

class ClientMapperTest {

  private final ClientModel client = mock(ClientModel.class);
  private final UserModel user = mock(UserModel.class);
  private final Map<String, ClientScopeModel> defaultScopes = new HashMap<>();
  private final Map<String, ClientScopeModel> optionalScopes = new HashMap<>();

  @BeforeEach
  void client() {
    when(user.getRequiredActionsStream()).thenAnswer(call -> Stream.empty());
    when(client.getName()).thenReturn("web");
    when(client.getProtocolMappersStream()).thenAnswer(call -> Stream.empty());
    when(client.getClientScopes(true)).thenReturn(defaultScopes);
    when(client.getClientScopes(false)).thenReturn(optionalScopes);
  }

  @Test
  @DisplayName("no mapper: not opted in")
  void noMapper() {
    scope(defaultScopes, "profile", mapper("username", "oidc-usermodel-attribute-mapper"));

    assertThat(ClientMapper.possible(client)).isEmpty();
    assertThat(ClientMapper.byDefault(client, user)).isEmpty();
  }

  @Test
  @DisplayName("the mapper in a default client scope")
  void inDefaultScope() {
    ProtocolMapperModel ours = mapper("ours", ClientMapper.MAPPER_ID);
    scope(defaultScopes, "helpshift", mapper("other", "oidc-hardcoded-claim-mapper"), ours);

    assertThat(ClientMapper.possible(client)).isPresent();
    assertThat(ClientMapper.byDefault(client, user)).containsSame(ours);
  }

  @Test
  @DisplayName("the mapper in an optional client scope: possible, and yet not by default")
  void inOptionalScope() {
    scope(optionalScopes, "helpshift", mapper("ours", ClientMapper.MAPPER_ID));

    assertThat(ClientMapper.possible(client)).isPresent();
    assertThat(ClientMapper.byDefault(client, user)).isEmpty();
  }

  @Test
  @DisplayName("the client's own mapper goes before one of a scope")
  void ownMapperFirst() {
    ProtocolMapperModel own = mapper("z-own", ClientMapper.MAPPER_ID);
    when(client.getProtocolMappersStream()).thenAnswer(call -> Stream.of(own));
    scope(defaultScopes, "a", mapper("a", ClientMapper.MAPPER_ID));

    assertThat(ClientMapper.byDefault(client, user)).containsSame(own);
  }

  @Test
  @DisplayName("among several it is by the scope's name, then by the mapper's: always the same one")
  void alwaysTheSame() {
    ProtocolMapperModel first = mapper("a", ClientMapper.MAPPER_ID);
    scope(defaultScopes, "s3", mapper("0", ClientMapper.MAPPER_ID));
    scope(defaultScopes, "s1", mapper("b", ClientMapper.MAPPER_ID), first);
    scope(defaultScopes, "s2", mapper("0", ClientMapper.MAPPER_ID));

    assertThat(ClientMapper.byDefault(client, user)).containsSame(first);
  }

  @Test
  @DisplayName("a client that asks its users for consent has none without asking")
  void consentRequired() {
    scope(defaultScopes, "helpshift", mapper("ours", ClientMapper.MAPPER_ID));
    when(client.isConsentRequired()).thenReturn(true);

    assertThat(ClientMapper.byDefault(client, user)).isEmpty();
    assertThat(ClientMapper.possible(client)).isPresent();
  }

  @Test
  @DisplayName("a client whose login would ask for more than the session has proved has none")
  void loginAsksForMore() {
    scope(defaultScopes, "helpshift", mapper("ours", ClientMapper.MAPPER_ID));

    when(client.getAuthenticationFlowBindingOverride("browser")).thenReturn("with-otp");
    assertThat(ClientMapper.byDefault(client, user)).isEmpty();
    when(client.getAuthenticationFlowBindingOverride("browser")).thenReturn(null);

    for (String level : List.of("minimum.acr.value", "default.acr.values")) {
      when(client.getAttribute(level)).thenReturn("gold");
      assertThat(ClientMapper.byDefault(client, user)).as(level).isEmpty();
      when(client.getAttribute(level)).thenReturn(null);
    }

    when(user.getRequiredActionsStream()).thenAnswer(call -> Stream.of("UPDATE_PASSWORD"));
    assertThat(ClientMapper.byDefault(client, user)).isEmpty();
    when(user.getRequiredActionsStream()).thenAnswer(call -> Stream.empty());

    assertThat(ClientMapper.byDefault(client, user)).isPresent();
  }

  @Test
  @DisplayName("a default scope goes before an optional one, whatever their names")
  void defaultFirst() {
    ProtocolMapperModel ours = mapper("ours", ClientMapper.MAPPER_ID);
    scope(optionalScopes, "a-vip", mapper("vip", ClientMapper.MAPPER_ID));
    scope(defaultScopes, "helpshift", ours);

    assertThat(ClientMapper.possible(client)).containsSame(ours);
  }

  @Test
  @DisplayName("a scope that is limited to roles is for users who have one of them")
  void limitedToRoles() {
    RoleModel vip = mock(RoleModel.class);
    RoleModel beta = mock(RoleModel.class);
    ClientScopeModel scope =
        scope(defaultScopes, "helpshift", mapper("ours", ClientMapper.MAPPER_ID));
    when(scope.getScopeMappingsStream()).thenAnswer(call -> Stream.of(vip, beta));

    assertThat(ClientMapper.byDefault(client, user)).isEmpty();

    when(user.hasRole(beta)).thenReturn(true);
    assertThat(ClientMapper.byDefault(client, user)).isPresent();
  }

  private static ClientScopeModel scope(
      Map<String, ClientScopeModel> scopes, String name, ProtocolMapperModel... mappers) {
    ClientScopeModel scope = mock(ClientScopeModel.class);
    when(scope.getName()).thenReturn(name);
    when(scope.getProtocolMappersStream()).thenAnswer(call -> Arrays.stream(mappers));
    when(scope.getScopeMappingsStream()).thenAnswer(call -> Stream.empty());
    scopes.put(name, scope);
    return scope;
  }

  private static ProtocolMapperModel mapper(String name, String type) {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setId(name);
    mapper.setName(name);
    mapper.setProtocolMapper(type);
    return mapper;
  }
}
