package io.github.keycloakhelpshift.settings;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * Whether a client has opted in: whether the protocol mapper is among its effective scopes. The
 * mapper's config is the client's layer of the settings.
 */
public final class OptIn {

  /** The id of the protocol mapper. */
  public static final String MAPPER_ID = "helpshift-identity-token";

  private OptIn() {}

  /** The mapper in any scope that the client could be granted, default or optional. */
  public static Optional<ProtocolMapperModel> possible(ClientModel client) {
    return mapperIn(
        Stream.of(
                Stream.of(client),
                client.getClientScopes(true).values().stream(),
                client.getClientScopes(false).values().stream())
            .flatMap(scopes -> scopes));
  }

  /**
   * The mapper in the scopes that were granted to a client session, a default one before an
   * optional one.
   *
   * @param scope the scope parameter of the access token or of the login
   */
  public static Optional<ProtocolMapperModel> granted(
      KeycloakSession session, AuthenticatedClientSessionModel clientSession, String scope) {
    // Default scopes are granted whatever was asked for. Only the optional ones need Keycloak's own
    // evaluation, which looks for organizations too and costs nearly as much as signing.
    return mapperInDefaults(clientSession.getClient(), clientSession.getUserSession().getUser())
        .or(
            () ->
                mapperIn(
                    DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                            clientSession, scope, session)
                        .getClientScopesStream()));
  }

  /**
   * The mapper in the scopes that a client has without asking, for a user who has a session in the
   * realm and has not signed in to this client. A client that asks its users for consent has none.
   */
  public static Optional<ProtocolMapperModel> byDefault(ClientModel client, UserModel user) {
    if (client.isConsentRequired()) {
      return Optional.empty();
    }
    return mapperInDefaults(client, user);
  }

  private static Optional<ProtocolMapperModel> mapperInDefaults(
      ClientModel client, UserModel user) {
    return mapperIn(
        Stream.concat(Stream.of(client), client.getClientScopes(true).values().stream())
            // Few scopes have the mapper: those first, then what costs more to ask.
            .filter(OptIn::hasMapper)
            .filter(scope -> scope.equals(client) || isPermitted(scope, user)));
  }

  private static boolean hasMapper(ClientScopeModel scope) {
    return mappersOf(scope).findAny().isPresent();
  }

  private static Stream<ProtocolMapperModel> mappersOf(ClientScopeModel scope) {
    return scope
        .getProtocolMappersStream()
        .filter(mapper -> MAPPER_ID.equals(mapper.getProtocolMapper()));
  }

  /** A scope that is limited to roles is for users who have one of them. */
  private static boolean isPermitted(ClientScopeModel scope, UserModel user) {
    return scope.getScopeMappingsStream().findAny().isEmpty()
        || scope.getScopeMappingsStream().anyMatch(user::hasRole);
  }

  /** The client's own mapper before one of a scope, then by name: always the same one. */
  private static Optional<ProtocolMapperModel> mapperIn(Stream<ClientScopeModel> scopes) {
    return scopes
        .sorted(
            Comparator.comparing((ClientScopeModel scope) -> !(scope instanceof ClientModel))
                .thenComparing(ClientScopeModel::getName))
        .flatMap(
            scope -> mappersOf(scope).sorted(Comparator.comparing(ProtocolMapperModel::getName)))
        .findFirst();
  }
}
