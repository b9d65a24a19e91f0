package io.github.keycloakhelpshift.admin.check;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ServerFacts;
import io.github.keycloakhelpshift.client.ScopeMappers;
import io.github.keycloakhelpshift.secret.SecretProvider;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.ClientInitialAccessModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupProvider;
import org.keycloak.models.GroupProviderFactory;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.RoleModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.theme.Theme;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.vault.VaultProvider;
import org.keycloak.vault.VaultStringSecret;
import org.keycloak.vault.VaultTranscriber;

/** A realm in which nothing is wrong, until a test changes it. */
final class CheckFixture {

  static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  static final String GOOD_SECRET = "a-good-secret-of-more-than-32-bytes-0123456789";

  final Map<String, String> attributes =
      new HashMap<>(Map.of("helpshift.domain", "acme", "helpshift.platform_id", "p1"));
  final Map<String, String> mapperConfig = new HashMap<>();
  final Map<String, String> clientAttributes = new HashMap<>();
  final Set<String> webOrigins = new HashSet<>(Set.of("https://shop.example.com"));
  final List<ComponentModel> secrets = new ArrayList<>();
  final UPConfig userProfile = new UPConfig();
  final Map<String, String> headers =
      new HashMap<>(
          Map.of(
              "contentSecurityPolicy",
              "frame-src 'self' https://*.helpshift.com; object-src 'none'"));
  final RealmModel realm = stub(RealmModel.class);
  final ClientModel client = stub(ClientModel.class);
  final ClientModel accountConsole = stub(ClientModel.class);
  final Map<String, String> accountConsoleConfig = new HashMap<>();
  final Map<String, String> themeScripts =
      new HashMap<>(
          Map.of("helpshift", "helpshift/account.js", "keycloak.v3", "", "keycloak.v2", ""));
  final IdentityProviderModel identityProvider = new IdentityProviderModel();
  final IdentityProviderMapperModel emailMapper = new IdentityProviderMapperModel();
  final List<IdentityProviderMapperModel> providerMappers = new ArrayList<>();
  final Set<String> redirectUris = new HashSet<>(Set.of("https://shop.example.com/*"));
  final List<ComponentModel> directories = new ArrayList<>();
  final List<ComponentModel> directoryMappers = new ArrayList<>();
  final List<ClientScopeModel> scopes = new ArrayList<>();
  final Map<String, ClientScopeModel> defaultScopes = new HashMap<>();
  final Map<String, ClientScopeModel> optionalScopes = new HashMap<>();
  final List<ClientScopeModel> realmDefaults = new ArrayList<>();
  final List<ClientScopeModel> realmOptionals = new ArrayList<>();
  final List<ClientInitialAccessModel> initialAccess = new ArrayList<>();
  final List<ClientModel> moreClients = new ArrayList<>();
  final Set<String> roles = new TreeSet<>();
  final Set<String> groups = new TreeSet<>();
  final Set<String> eventTypes = new HashSet<>();
  final Map<String, String> vaultEntries = new HashMap<>();
  boolean hasOwnMapper = true;
  final List<ProtocolMapperModel> moreOwnMappers = new ArrayList<>();
  boolean hasVault = true;
  boolean hasClient = true;
  boolean accountConsoleOptedIn = true;
  boolean impersonation;

  final KeycloakSession session = stub(KeycloakSession.class);
  private static final String REGISTRATION_POLICY =
      "org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy";

  final ComponentModel trustedHosts = new ComponentModel();

  private final IdentityProviderStorageProvider identityProviders =
      stub(IdentityProviderStorageProvider.class);

  CheckFixture() {
    for (String name : List.of("username", "email", "firstName", "lastName")) {
      declare(name, "admin", "user");
    }
    secret("first", GOOD_SECRET, 100, 1);
    realm();
    client();
    accountConsole();
    services();
  }

  /** Declares an attribute in the user profile. */
  void declare(String name, String... editors) {
    userProfile.addOrReplaceAttribute(
        new UPAttribute(name, new UPAttributePermissions(Set.of("admin"), Set.of(editors))));
  }

  /** Adds a key provider. */
  ComponentModel secret(String name, String secret, int priority, int daysAgo) {
    ComponentModel model = new ComponentModel();
    model.setId(name);
    model.setName(name);
    model.setProviderId(SecretProvider.ID);
    model.put(SecretProvider.SECRET_KEY, secret);
    model.put(Attributes.PRIORITY_KEY, priority);
    model.put(SecretProvider.ADDED_KEY, NOW.minus(Duration.ofDays(daysAgo)).getEpochSecond());
    secrets.add(model);
    return model;
  }

  /**
   * Makes the client one of a mobile app, which has no web origins except for those of its web
   * view.
   */
  void mobileAlone() {
    webOrigins.clear();
    webOrigins.add("capacitor://localhost");
    accountConsoleOptedIn = false;
    when(realm.getAccountTheme()).thenReturn(null);
  }

  /** Gives the account console a theme with only our one line. */
  void ownTheme() {
    themeScripts.put("own", "js/own.js helpshift/account.js");
    when(realm.getAccountTheme()).thenReturn("own");
  }

  /** A mapper of the identity provider. */
  IdentityProviderMapperModel providerMapper(String type, Map<String, String> config) {
    IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
    mapper.setName("mapper");
    mapper.setIdentityProviderAlias("discord");
    mapper.setIdentityProviderMapper(type);
    mapper.setConfig(new HashMap<>(config));
    providerMappers.add(mapper);
    return mapper;
  }

  /** A client scope with the mapper, for the client. */
  ClientScopeModel scope(String name, boolean isDefault, Map<String, String> config) {
    ClientScopeModel scope = scope(name, config);
    (isDefault ? defaultScopes : optionalScopes).put(name, scope);
    return scope;
  }

  /** Adds one more mapper to the client itself. */
  void ownMapper(String name, Map<String, String> config) {
    ProtocolMapperModel mapper = mapper(config);
    mapper.setId(name);
    mapper.setName(name);
    moreOwnMappers.add(mapper);
  }

  /** Gives a client a default scope of its own, with the mapper. */
  void optIn(ClientModel other, String name, Map<String, String> config) {
    ClientScopeModel scope = scope(name, config);
    lenient().when(other.getClientScopes(true)).thenReturn(Map.of(name, scope));
  }

  private ClientScopeModel scope(String name, Map<String, String> config) {
    ClientScopeModel scope = stub(ClientScopeModel.class);
    lenient().when(scope.getId()).thenReturn(name);
    lenient().when(scope.getName()).thenReturn(name);
    lenient().when(scope.getAttributes()).thenReturn(new HashMap<>());
    lenient().when(scope.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapper(config)));
    lenient().when(scope.getScopeMappingsStream()).thenAnswer(call -> Stream.empty());
    scopes.add(scope);
    return scope;
  }

  /** Another client, with the mapper of its own. */
  ClientModel client(String id, Map<String, String> config) {
    ClientModel other = client(id);
    lenient().when(other.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapper(config)));
    return other;
  }

  /** Another client, which has not opted in. */
  ClientModel client(String id) {
    ClientModel other = stub(ClientModel.class);
    lenient().when(other.getClientId()).thenReturn(id);
    lenient().when(other.isEnabled()).thenReturn(true);
    lenient().when(other.isPublicClient()).thenReturn(true);
    lenient().when(other.isStandardFlowEnabled()).thenReturn(true);
    lenient().when(other.getWebOrigins()).thenReturn(Set.of("https://" + id + ".example.com"));
    lenient().when(other.getAttributes()).thenReturn(new HashMap<>());
    lenient().when(other.getProtocolMappersStream()).thenAnswer(call -> Stream.empty());
    moreClients.add(other);
    return other;
  }

  /** A directory that imports users. */
  ComponentModel ldap(String name) {
    ComponentModel ldap = new ComponentModel();
    ldap.setId(name);
    ldap.setProviderId("ldap");
    ldap.setName(name);
    directories.add(ldap);
    return ldap;
  }

  /** What the check finds. */
  List<Finding> findings() {
    return Rules.run(
        Rules.ALL,
        new CheckedRealm(
            session,
            realm,
            new ServerFacts(
                impersonation,
                "https://sso.example.com",
                NOW,
                new SettingsReader(new WebChatHosts("localhost", false)))));
  }

  private void realm() {
    lenient().when(realm.getId()).thenReturn("realm");
    lenient().when(realm.getAttributes()).thenReturn(attributes);
    lenient().when(realm.getName()).thenReturn("acme");
    lenient().when(realm.isEnabled()).thenReturn(true);
    lenient().when(realm.getSslRequired()).thenReturn(SslRequired.EXTERNAL);
    lenient().when(realm.isEventsEnabled()).thenReturn(true);
    lenient().when(realm.getEnabledEventTypesStream()).thenAnswer(call -> eventTypes.stream());
    lenient().when(realm.getClientScopesStream()).thenAnswer(call -> scopes.stream());
    lenient()
        .when(realm.getDefaultClientScopesStream(true))
        .thenAnswer(call -> realmDefaults.stream());
    lenient()
        .when(realm.getDefaultClientScopesStream(false))
        .thenAnswer(call -> realmOptionals.stream());
    lenient()
        .when(realm.getComponentsStream("realm", "org.keycloak.storage.UserStorageProvider"))
        .thenAnswer(call -> directories.stream());
    lenient()
        .when(realm.getComponentsStream("realm", KeyProvider.class.getName()))
        .thenAnswer(call -> secrets.stream());
    lenient()
        .when(realm.getComponentsStream("realm", REGISTRATION_POLICY))
        .thenAnswer(call -> Stream.of(trustedHosts));
    lenient()
        .when(realm.getComponentsStream(anyString()))
        .thenAnswer(call -> directoryMappers.stream());
    lenient()
        .when(realm.getRole(anyString()))
        .thenAnswer(call -> roles.contains(call.<String>getArgument(0)) ? role("any") : null);
    lenient().when(realm.getRolesStream()).thenAnswer(call -> roles.stream().map(this::role));
    trustedHosts.setProviderId("trusted-hosts");
    trustedHosts.setSubType("anonymous");
    lenient()
        .when(realm.getClientsStream())
        .thenAnswer(
            call ->
                hasClient
                    ? Stream.concat(Stream.of(client, accountConsole), moreClients.stream())
                    : Stream.empty());
    lenient().when(realm.getClientByClientId("account-console")).thenReturn(accountConsole);
    lenient().when(realm.isVerifyEmail()).thenReturn(true);
    lenient().when(realm.getAccountTheme()).thenReturn("helpshift");
    lenient().when(realm.getBrowserSecurityHeaders()).thenReturn(headers);
    lenient().when(realm.getAccessTokenLifespan()).thenReturn(300);
    lenient().when(realm.getSsoSessionIdleTimeout()).thenReturn(1800);
    lenient().when(realm.getSsoSessionMaxLifespan()).thenReturn(36000);
  }

  private RoleModel role(String name) {
    RoleModel role = stub(RoleModel.class);
    lenient().when(role.getName()).thenReturn(name);
    return role;
  }

  private static ProtocolMapperModel mapper(Map<String, String> config) {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setId("helpshift");
    mapper.setName("Helpshift");
    mapper.setProtocolMapper(ScopeMappers.MAPPER_ID);
    mapper.setConfig(config);
    return mapper;
  }

  /** Makes the client as Keycloak does: public, for browsers, without a web origin. */
  private void accountConsole() {
    lenient()
        .when(accountConsole.getProtocolMappersStream())
        .thenAnswer(
            call ->
                accountConsoleOptedIn ? Stream.of(mapper(accountConsoleConfig)) : Stream.empty());
    lenient().when(accountConsole.getClientId()).thenReturn("account-console");
    lenient().when(accountConsole.getAttributes()).thenReturn(new HashMap<>());
    lenient().when(accountConsole.isEnabled()).thenReturn(true);
    lenient().when(accountConsole.isPublicClient()).thenReturn(true);
    lenient().when(accountConsole.isStandardFlowEnabled()).thenReturn(true);
  }

  private void client() {
    lenient()
        .when(client.getProtocolMappersStream())
        .thenAnswer(
            call ->
                Stream.concat(
                    hasOwnMapper ? Stream.of(mapper(mapperConfig)) : Stream.empty(),
                    moreOwnMappers.stream()));
    lenient().when(client.getClientScopes(true)).thenReturn(defaultScopes);
    lenient().when(client.getClientScopes(false)).thenReturn(optionalScopes);
    lenient().when(client.getAttributes()).thenReturn(clientAttributes);
    lenient().when(client.getRedirectUris()).thenReturn(redirectUris);
    lenient().when(client.getClientId()).thenReturn("web");
    lenient().when(client.isEnabled()).thenReturn(true);
    lenient().when(client.isPublicClient()).thenReturn(true);
    lenient().when(client.isStandardFlowEnabled()).thenReturn(true);
    lenient().when(client.getWebOrigins()).thenReturn(webOrigins);
    lenient()
        .when(client.getAttribute(any()))
        .thenAnswer(call -> clientAttributes.get(call.<String>getArgument(0)));
  }

  @SuppressWarnings("deprecation") // The replacement is missing before 26.7.
  private void services() {
    VaultTranscriber vault = stub(VaultTranscriber.class);
    lenient()
        .when(vault.getStringSecret(any()))
        .thenAnswer(
            call -> {
              String text = call.getArgument(0);
              VaultStringSecret secret = stub(VaultStringSecret.class);
              lenient()
                  .when(secret.get())
                  .thenReturn(
                      text.startsWith("${vault.")
                          ? Optional.ofNullable(vaultEntries.get(text))
                          : Optional.of(text));
              return secret;
            });
    lenient().when(session.vault()).thenReturn(vault);
    lenient().when(session.identityProviders()).thenReturn(identityProviders);
    identityProvider.setAlias("discord");
    identityProvider.setEnabled(true);
    lenient().when(identityProviders.getByAlias("discord")).thenReturn(identityProvider);
    lenient()
        .when(identityProviders.getAllStream())
        .thenAnswer(call -> Stream.of(identityProvider));
    providerMapper("hardcoded-user-session-attribute-idp-mapper", Map.of("note", "psn"));
    providerMappers.add(emailMapper);
    lenient()
        .when(identityProviders.getMappersStream())
        .thenAnswer(call -> providerMappers.stream());
    emailMapper.setIdentityProviderAlias("discord");
    emailMapper.setName("address");
    emailMapper.setIdentityProviderMapper("oidc-user-attribute-idp-mapper");
    emailMapper.setConfig(new HashMap<>(Map.of("user.attribute", "email", "syncMode", "IMPORT")));
    UserProfileProvider profile = stub(UserProfileProvider.class);
    lenient().when(profile.getConfiguration()).thenReturn(userProfile);
    lenient().when(session.getProvider(UserProfileProvider.class)).thenReturn(profile);
    lenient()
        .when(session.getProvider(VaultProvider.class))
        .thenAnswer(call -> hasVault ? stub(VaultProvider.class) : null);
    RealmProvider realms = stub(RealmProvider.class);
    lenient().when(session.realms()).thenReturn(realms);
    lenient()
        .when(realms.listClientInitialAccessStream(realm))
        .thenAnswer(call -> initialAccess.stream());
    GroupProvider groupProvider = groupProvider();
    lenient().when(session.groups()).thenReturn(groupProvider);
    KeycloakSessionFactory factory = stub(KeycloakSessionFactory.class);
    GroupProviderFactory<?> groupFactory = stub(GroupProviderFactory.class);
    lenient().when(session.getKeycloakSessionFactory()).thenReturn(factory);
    lenient()
        .when(factory.getProviderFactory(GroupProvider.class))
        .thenAnswer(call -> groupFactory);
    ThemeManager themes = stub(ThemeManager.class);
    lenient().when(session.theme()).thenReturn(themes);
    try {
      lenient().when(themes.getTheme(any(), any())).thenAnswer(call -> theme(call.getArgument(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Groups at the top. */
  private GroupProvider groupProvider() {
    GroupProvider provider = stub(GroupProvider.class);
    lenient()
        .when(provider.getGroupsStream(realm))
        .thenAnswer(call -> groups.stream().map(this::group));
    lenient()
        .when(provider.getGroupByName(any(), any(), anyString()))
        .thenAnswer(
            call ->
                groups.contains(call.<String>getArgument(2)) ? group(call.getArgument(2)) : null);
    return provider;
  }

  private GroupModel group(String name) {
    GroupModel group = stub(GroupModel.class);
    lenient().when(group.getName()).thenReturn(name);
    return group;
  }

  /** Makes a theme with the scripts of its own or of its parents. */
  private Theme theme(String name) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("scripts", themeScripts.get(name));
    Theme theme = stub(Theme.class);
    when(theme.getProperties()).thenReturn(properties);
    return theme;
  }

  /** A mock that does not keep its calls: a check makes thousands. */
  private static <T> T stub(Class<T> type) {
    return mock(type, withSettings().stubOnly());
  }
}
