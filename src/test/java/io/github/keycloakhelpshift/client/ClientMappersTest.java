package io.github.keycloakhelpshift.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionModel;

class ClientMappersTest {

  private final ClientModel client = mock(ClientModel.class);
  private final UserModel user = mock(UserModel.class);
  private final KeycloakSession session = mock(KeycloakSession.class);
  private final UserProvider users = mock(UserProvider.class);
  private final UserConsentModel consent = mock(UserConsentModel.class);
  private final UserSessionModel userSession = mock(UserSessionModel.class);
  private final AuthenticatedClientSessionModel clientSession =
      mock(AuthenticatedClientSessionModel.class);
  private final Map<String, ClientScopeModel> defaultScopes = new HashMap<>();
  private final Map<String, ClientScopeModel> optionalScopes = new HashMap<>();

  @BeforeEach
  void client() {
    when(session.users()).thenReturn(users);
    when(clientSession.getClient()).thenReturn(client);
    when(clientSession.getUserSession()).thenReturn(userSession);
    when(userSession.getUser()).thenReturn(user);
    when(client.getName()).thenReturn("web");
    when(client.getProtocolMappersStream()).thenAnswer(call -> Stream.empty());
    when(client.getClientScopes(true)).thenReturn(defaultScopes);
    when(client.getClientScopes(false)).thenReturn(optionalScopes);
  }

  @Test
  @DisplayName("no mapper: not opted in")
  void noMapper() {
    scope(defaultScopes, "profile", mapper("username", "oidc-usermodel-attribute-mapper"));

    assertThat(ClientMappers.possible(client)).isEmpty();
  }

  @Test
  @DisplayName("the mapper in a default client scope")
  void inDefaultScope() {
    ProtocolMapperModel ours = mapper("ours", ScopeMappers.MAPPER_ID);
    scope(defaultScopes, "helpshift", mapper("other", "oidc-hardcoded-claim-mapper"), ours);

    assertThat(ClientMappers.possible(client)).isPresent();
    assertThat(granted(any -> true)).containsSame(ours);
  }

  @Test
  @DisplayName("the mapper in an optional client scope: possible, and yet not by default")
  void inOptionalScope() {
    scope(optionalScopes, "helpshift", mapper("ours", ScopeMappers.MAPPER_ID));

    assertThat(ClientMappers.possible(client)).isPresent();
  }

  @Test
  @DisplayName("the client's own mapper beside one of a scope: a layer each")
  void ownMapper() {
    ProtocolMapperModel own = mapper("z-own", ScopeMappers.MAPPER_ID);
    ProtocolMapperModel ofScope = mapper("a", ScopeMappers.MAPPER_ID);
    own.setConfig(
        Map.of(
            "helpshift.platform_id", "own",
            "helpshift.identity.uid", "lastName",
            "helpshift.identity.email", "none"));
    ofScope.setConfig(Map.of("helpshift.platform_id", "scope", "helpshift.domain", "scope"));
    when(client.getProtocolMappersStream()).thenAnswer(call -> Stream.of(own));
    scope(defaultScopes, "a", ofScope);

    ClientMappers mappers =
        new GrantedMappers(session, clientSession, "openid", any -> true).find().orElseThrow();

    assertThat(mappers.own()).containsSame(own);
    assertThat(mappers.ofScope()).containsSame(ofScope);
    SettingsLayers layers = mappers.layers(Map.of());
    assertThat(layers.text("helpshift.platform_id")).contains("own");
    assertThat(layers.text("helpshift.domain")).contains("scope");
    assertThat(layers.text("helpshift.identity.uid")).isEmpty();
    assertThat(layers.text("helpshift.identity.email")).contains("none");
    assertThat(layers.misplaced())
        .extracting(SettingProblem::key)
        .containsExactly("helpshift.identity.uid");
  }

  @Test
  @DisplayName("among several it is by the scope's name, then by the mapper's: always the same one")
  void alwaysTheSame() {
    ProtocolMapperModel first = mapper("a", ScopeMappers.MAPPER_ID);
    scope(defaultScopes, "s3", mapper("0", ScopeMappers.MAPPER_ID));
    scope(defaultScopes, "s1", mapper("b", ScopeMappers.MAPPER_ID), first);
    scope(defaultScopes, "s2", mapper("0", ScopeMappers.MAPPER_ID));

    assertThat(granted(any -> true)).containsSame(first);
  }

  @Test
  @DisplayName("of a client that asks for consent, only what the user has consented to is granted")
  void consent() {
    ProtocolMapperModel own = mapper("own", ScopeMappers.MAPPER_ID);
    ProtocolMapperModel silent = mapper("silent", ScopeMappers.MAPPER_ID);
    when(client.isConsentRequired()).thenReturn(true);
    ClientScopeModel asked = scope(defaultScopes, "a-asked", own);
    scope(defaultScopes, "b-silent", silent);
    when(asked.isDisplayOnConsentScreen()).thenReturn(true);

    assertThat(granted(any -> true)).containsSame(silent);

    when(users.getConsentByClient(any(), any(), any())).thenReturn(consent);
    when(consent.isClientScopeGranted(asked)).thenReturn(true);
    assertThat(granted(any -> true)).containsSame(own);
  }

  @Test
  @DisplayName("a scope that the access token does not have is not granted")
  void downscoped() {
    ProtocolMapperModel second = mapper("second", ScopeMappers.MAPPER_ID);
    scope(defaultScopes, "a", mapper("first", ScopeMappers.MAPPER_ID));
    scope(defaultScopes, "b", second);

    assertThat(granted(scope -> !scope.getName().equals("a"))).containsSame(second);
  }

  @Test
  @DisplayName("a default scope goes before an optional one, whatever their names")
  void defaultFirst() {
    ProtocolMapperModel ours = mapper("ours", ScopeMappers.MAPPER_ID);
    scope(optionalScopes, "a-vip", mapper("vip", ScopeMappers.MAPPER_ID));
    scope(defaultScopes, "helpshift", ours);

    assertThat(ClientMappers.possible(client).orElseThrow().ofScope()).containsSame(ours);
  }

  @Test
  @DisplayName("a scope that is limited to roles is for users who have one of them")
  void limitedToRoles() {
    RoleModel vip = mock(RoleModel.class);
    RoleModel beta = mock(RoleModel.class);
    ClientScopeModel scope =
        scope(defaultScopes, "helpshift", mapper("ours", ScopeMappers.MAPPER_ID));
    when(scope.getScopeMappingsStream()).thenAnswer(call -> Stream.of(vip, beta));

    assertThat(granted(any -> true)).isEmpty();
    when(user.hasRole(beta)).thenReturn(true);
    assertThat(granted(any -> true)).isPresent();
  }

  @Test
  @DisplayName("a scope that is limited to a composite role is for users who have a role in it")
  void limitedToCompositeRole() {
    RoleModel players = mock(RoleModel.class);
    RoleModel beta = mock(RoleModel.class);
    ClientScopeModel scope =
        scope(defaultScopes, "helpshift", mapper("ours", ScopeMappers.MAPPER_ID));
    when(scope.getScopeMappingsStream()).thenAnswer(call -> Stream.of(players));
    when(players.isComposite()).thenReturn(true);
    when(players.getCompositesStream()).thenAnswer(call -> Stream.of(beta));

    assertThat(granted(any -> true)).isEmpty();
    when(user.hasRole(beta)).thenReturn(true);
    assertThat(granted(any -> true)).isPresent();
  }

  private Optional<ProtocolMapperModel> granted(Predicate<ClientScopeModel> isGranted) {
    return new GrantedMappers(session, clientSession, "openid", isGranted)
        .find()
        .flatMap(ClientMappers::ofScope);
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
