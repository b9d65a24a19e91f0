package io.github.keycloakhelpshift.admin.check;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.client.ClientMapper;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.secret.SharedSecrets;
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
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.Attributes;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.theme.Theme;
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
  final RealmModel realm = mock(RealmModel.class);
  final ClientModel client = mock(ClientModel.class);
  final ClientModel accountConsole = mock(ClientModel.class);
  final Map<String, String> accountConsoleConfig = new HashMap<>();
  final Map<String, String> themeScripts =
      new HashMap<>(
          Map.of("helpshift", "helpshift/account.js", "keycloak.v3", "", "keycloak.v2", ""));
  final IdentityProviderModel identityProvider = new IdentityProviderModel();
  final IdentityProviderMapperModel emailMapper = new IdentityProviderMapperModel();
  boolean hasClient = true;
  boolean accountConsoleOptedIn = true;
  boolean impersonation;

  private final KeycloakSession session = mock(KeycloakSession.class);
  private final IdentityProviderStorageProvider identityProviders =
      mock(IdentityProviderStorageProvider.class);

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
    model.setProviderId(SharedSecrets.PROVIDER_ID);
    model.put(SharedSecrets.SECRET_KEY, secret);
    model.put(Attributes.PRIORITY_KEY, priority);
    model.put(SharedSecrets.ADDED_KEY, NOW.minus(Duration.ofDays(daysAgo)).getEpochSecond());
    secrets.add(model);
    return model;
  }

  /**
   * Makes the client one of a mobile app, whose web origins are those of its web view, and none.
   */
  void mobileAlone() {
    webOrigins.clear();
    webOrigins.add("capacitor://localhost");
    accountConsoleOptedIn = false;
    when(realm.getAccountTheme()).thenReturn(null);
  }

  /** Gives the account console a theme that has but the one line of ours. */
  void ownTheme() {
    themeScripts.put("own", "js/own.js helpshift/account.js");
    when(realm.getAccountTheme()).thenReturn("own");
  }

  /** What the check finds. */
  List<Finding> findings() {
    return Check.runAll(
        new CheckedRealm(
            session,
            realm,
            ClientSettings.optedIn(realm).toList(),
            userProfile,
            impersonation,
            NOW));
  }

  private void realm() {
    lenient().when(realm.getId()).thenReturn("realm");
    lenient().when(realm.getAttributes()).thenReturn(attributes);
    lenient().when(realm.getComponentsStream(any(), any())).thenAnswer(call -> secrets.stream());
    lenient()
        .when(realm.getClientsStream())
        .thenAnswer(call -> hasClient ? Stream.of(client, accountConsole) : Stream.empty());
    lenient().when(realm.getClientByClientId("account-console")).thenReturn(accountConsole);
    lenient().when(realm.isVerifyEmail()).thenReturn(true);
    lenient().when(realm.getAccountTheme()).thenReturn("helpshift");
    lenient().when(realm.getBrowserSecurityHeaders()).thenReturn(headers);
    lenient().when(realm.getAccessTokenLifespan()).thenReturn(300);
    lenient().when(realm.getSsoSessionIdleTimeout()).thenReturn(1800);
    lenient().when(realm.getSsoSessionMaxLifespan()).thenReturn(36000);
  }

  private static ProtocolMapperModel mapper(Map<String, String> config) {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setName("Helpshift");
    mapper.setProtocolMapper(ClientMapper.MAPPER_ID);
    mapper.setConfig(config);
    return mapper;
  }

  /** As Keycloak makes it: public, for browsers, without a web origin. */
  private void accountConsole() {
    lenient()
        .when(accountConsole.getProtocolMappersStream())
        .thenAnswer(
            call ->
                accountConsoleOptedIn ? Stream.of(mapper(accountConsoleConfig)) : Stream.empty());
    lenient().when(accountConsole.getClientId()).thenReturn("account-console");
    lenient().when(accountConsole.isEnabled()).thenReturn(true);
    lenient().when(accountConsole.isPublicClient()).thenReturn(true);
    lenient().when(accountConsole.isStandardFlowEnabled()).thenReturn(true);
  }

  private void client() {
    lenient()
        .when(client.getProtocolMappersStream())
        .thenAnswer(call -> Stream.of(mapper(mapperConfig)));
    lenient().when(client.getClientId()).thenReturn("web");
    lenient().when(client.isEnabled()).thenReturn(true);
    lenient().when(client.isPublicClient()).thenReturn(true);
    lenient().when(client.isStandardFlowEnabled()).thenReturn(true);
    lenient().when(client.getWebOrigins()).thenReturn(webOrigins);
    lenient()
        .when(client.getAttribute(any()))
        .thenAnswer(call -> clientAttributes.get(call.<String>getArgument(0)));
  }

  @SuppressWarnings("deprecation") // What takes its place is not there before 26.7.
  private void services() {
    VaultTranscriber vault = mock(VaultTranscriber.class);
    lenient()
        .when(vault.getStringSecret(any()))
        .thenAnswer(
            call -> {
              String text = call.getArgument(0);
              VaultStringSecret secret = mock(VaultStringSecret.class);
              lenient()
                  .when(secret.get())
                  .thenReturn(text.startsWith("${vault.") ? Optional.empty() : Optional.of(text));
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
    IdentityProviderMapperModel noteMapper = new IdentityProviderMapperModel();
    noteMapper.setConfig(Map.of("note", "psn"));
    lenient().when(identityProviders.getMappersStream()).thenAnswer(call -> Stream.of(noteMapper));
    lenient()
        .when(identityProviders.getMappersByAliasStream("discord"))
        .thenAnswer(call -> Stream.of(emailMapper));
    emailMapper.setName("address");
    emailMapper.setIdentityProviderMapper("oidc-user-attribute-idp-mapper");
    emailMapper.setConfig(new HashMap<>(Map.of("user.attribute", "email", "syncMode", "IMPORT")));
    ThemeManager themes = mock(ThemeManager.class);
    lenient().when(session.theme()).thenReturn(themes);
    try {
      lenient().when(themes.getTheme(any(), any())).thenAnswer(call -> theme(call.getArgument(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the scripts that it has of its own or from its parents. */
  private Theme theme(String name) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("scripts", themeScripts.get(name));
    Theme theme = mock(Theme.class);
    when(theme.getProperties()).thenReturn(properties);
    return theme;
  }
}
