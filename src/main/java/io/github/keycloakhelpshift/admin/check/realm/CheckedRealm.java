package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.userprofile.UserProfileProvider;

/** A realm as the rules see it. Each part is read only once for all rules. */
public final class CheckedRealm {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final ServerFacts server;
  private final Once<Map<String, String>> attributes;
  private final Once<List<ClientModel>> allClients;
  private final Once<List<ClientScopeModel>> scopes;
  private final Once<OptedInClients> optedIn;
  private final Once<IdentityProviders> providers;
  private final Once<Directories> directories;
  private final Once<Secrets> secrets;
  private final Once<List<UsedSecret>> usedSecrets;
  private final Once<KnownSecrets> knownSecrets;
  private final Once<KnownSources> sources;

  public CheckedRealm(KeycloakSession session, RealmModel realm, ServerFacts server) {
    this.session = session;
    this.realm = realm;
    this.server = server;
    this.attributes = new Once<>(realm::getAttributes);
    this.allClients = new Once<>(() -> realm.getClientsStream().toList());
    this.scopes = new Once<>(() -> realm.getClientScopesStream().toList());
    this.optedIn = new Once<>(() -> new OptedInClients(server, attributes(), allClients()));
    this.providers = new Once<>(() -> IdentityProviders.of(session));
    this.directories = new Once<>(() -> Directories.of(realm));
    this.secrets = new Once<>(() -> Secrets.of(session, realm));
    this.usedSecrets =
        new Once<>(
            () ->
                Stream.concat(
                        secrets().usable().map(UsedSecret::new),
                        layers().stream().flatMap(layer -> UsedSecret.of(session, layer).stream()))
                    .toList());
    this.knownSecrets =
        new Once<>(
            () ->
                new KnownSecrets(
                    Stream.concat(
                            secrets().all().stream().map(CheckedSecret::secret),
                            usedSecrets().map(UsedSecret::secret))
                        .toList()));
    this.sources =
        new Once<>(
            () ->
                new KnownSources(
                    realm,
                    session.getProvider(UserProfileProvider.class).getConfiguration(),
                    providers(),
                    directories()));
  }

  public KeycloakSession session() {
    return session;
  }

  public RealmModel model() {
    return realm;
  }

  public ServerFacts server() {
    return server;
  }

  public Map<String, String> attributes() {
    return attributes.get();
  }

  public List<ClientModel> allClients() {
    return allClients.get();
  }

  public List<ClientScopeModel> scopes() {
    return scopes.get();
  }

  /** Returns every client and every client scope. */
  public Stream<ClientScopeModel> holders() {
    return Stream.concat(allClients().stream(), scopes().stream());
  }

  /** Returns the enabled clients that have opted in. */
  public List<CheckedClient> clients() {
    return optedIn.get().clients();
  }

  /**
   * Returns the settings that are in use: those of the clients, or the realm's if no client has
   * opted in. Settings that several clients share are there once.
   */
  public List<Layer> layers() {
    return optedIn.get().layers();
  }

  public IdentityProviders providers() {
    return providers.get();
  }

  public Directories directories() {
    return directories.get();
  }

  public Secrets secrets() {
    return secrets.get();
  }

  /**
   * Whether no secret is there for a way to log in. A secret that can't be used has a finding of
   * its own.
   */
  public boolean lacksSecret(HelpshiftSettings settings, LoginMethod login) {
    try {
      new SharedSecrets(session, realm).find(settings, login);
      return false;
    } catch (MissingSecretException e) {
      return secrets()
          .usable()
          .noneMatch(secret -> secret.secret().problem().equals(Optional.of(e.reason())));
    }
  }

  /** Returns the secrets of the active key providers, and those that settings name. */
  public Stream<UsedSecret> usedSecrets() {
    return usedSecrets.get().stream();
  }

  /** Returns the secrets of all key providers, active or not, and those that settings name. */
  public KnownSecrets knownSecrets() {
    return knownSecrets.get();
  }

  public KnownSources sources() {
    return sources.get();
  }
}
