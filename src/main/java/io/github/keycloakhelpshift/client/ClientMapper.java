package io.github.keycloakhelpshift.client;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * Finds the protocol mappers of a client. A client has opted in if one of its effective scopes, or
 * the client itself, has the mapper. The mappers contain layers of the settings.
 */
public final class ClientMapper {

  /** The id of the protocol mapper. */
  public static final String MAPPER_ID = "helpshift-identity-token";

  private ClientMapper() {}

  /**
   * Returns the mappers in all scopes that the client can be granted, default ones before optional
   * ones, and in the client itself.
   */
  public static Optional<ClientMappers> possible(ClientModel client) {
    return ClientMappers.of(
        first(client.getClientScopes(true).values().stream())
            .or(() -> first(client.getClientScopes(false).values().stream())),
        first(Stream.of(client)));
  }

  /** Returns the mappers in the scopes that a token is made for, and in the client itself. */
  public static Optional<ClientMappers> in(ClientSessionContext context) {
    ClientModel client = context.getClientSession().getClient();
    return ClientMappers.of(
        first(context.getClientScopesStream().filter(scope -> !scope.equals(client))),
        first(Stream.of(client)));
  }

  /**
   * Returns the mappers in the scopes that were granted to a client session, default ones before
   * optional ones, and in the client itself. If the client asks for consent, only scopes that this
   * user has consented to count: for a default scope that was added later, the next login asks.
   *
   * @param scope the scope parameter of the access token or of the login
   * @param isGranted a further condition for a scope
   */
  public static Optional<ClientMappers> granted(
      KeycloakSession session,
      AuthenticatedClientSessionModel clientSession,
      String scope,
      Predicate<ClientScopeModel> isGranted) {
    ClientModel client = clientSession.getClient();
    UserModel user = clientSession.getUserSession().getUser();
    Predicate<ClientScopeModel> isAllowed = isGranted.and(consented(session, clientSession));
    return ClientMappers.of(
        inDefaults(client, user, isAllowed)
            .or(() -> inOptional(session, clientSession, scope, isAllowed)),
        first(Stream.of(client).filter(isAllowed)));
  }

  /**
   * Looks in the optional scopes. Only these need Keycloak's own evaluation, because default scopes
   * are always granted. The evaluation looks for organizations too, and costs nearly as much as
   * signing.
   */
  private static Optional<ProtocolMapperModel> inOptional(
      KeycloakSession session,
      AuthenticatedClientSessionModel clientSession,
      String scope,
      Predicate<ClientScopeModel> isAllowed) {
    ClientModel client = clientSession.getClient();
    return client.getClientScopes(false).values().stream().noneMatch(ClientMapper::hasMapper)
        ? Optional.empty()
        : first(
            DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                    clientSession, scope, session)
                .getClientScopesStream()
                .filter(granted -> !granted.equals(client))
                .filter(isAllowed));
  }

  private static Predicate<ClientScopeModel> consented(
      KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
    if (!clientSession.getClient().isConsentRequired()) {
      return any -> true;
    }
    UserConsentModel consent =
        session
            .users()
            .getConsentByClient(
                clientSession.getRealm(),
                clientSession.getUserSession().getUser().getId(),
                clientSession.getClient().getId());
    return scope ->
        !scope.isDisplayOnConsentScreen()
            || (consent != null && consent.isClientScopeGranted(scope));
  }

  private static Optional<ProtocolMapperModel> inDefaults(
      ClientModel client, UserModel user, Predicate<ClientScopeModel> isAllowed) {
    return first(
        client.getClientScopes(true).values().stream()
            // Few scopes have the mapper, so this cheap check comes first.
            .filter(ClientMapper::hasMapper)
            .filter(scope -> isPermitted(scope, user))
            .filter(isAllowed));
  }

  private static boolean hasMapper(ClientScopeModel scope) {
    return mappersOf(scope).findAny().isPresent();
  }

  private static Stream<ProtocolMapperModel> mappersOf(ClientScopeModel scope) {
    return scope
        .getProtocolMappersStream()
        .filter(mapper -> MAPPER_ID.equals(mapper.getProtocolMapper()));
  }

  /**
   * Whether the user may have the scope: one that is limited to roles is for users with one of
   * these roles.
   */
  private static boolean isPermitted(ClientScopeModel scope, UserModel user) {
    return scope.getScopeMappingsStream().findAny().isEmpty()
        || scope.getScopeMappingsStream().anyMatch(user::hasRole);
  }

  /**
   * Returns the first mapper by the scope's name, then by its own name, so that it is always the
   * same.
   */
  private static Optional<ProtocolMapperModel> first(Stream<? extends ClientScopeModel> scopes) {
    return scopes
        .sorted(Comparator.comparing(ClientScopeModel::getName))
        .flatMap(
            scope -> mappersOf(scope).sorted(Comparator.comparing(ProtocolMapperModel::getName)))
        .findFirst();
  }
}
