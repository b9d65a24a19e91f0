package io.github.keycloakhelpshift.client;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * Finds the mappers in the scopes that were granted to a client session, default ones before
 * optional ones, and in the client itself. If the client asks for consent, only scopes that this
 * user has consented to count: for a default scope that was added later, the next login asks.
 *
 * @param scope the scope parameter of the access token or of the login
 * @param isGranted a further condition for a scope
 */
public record GrantedMappers(
    KeycloakSession session,
    AuthenticatedClientSessionModel clientSession,
    String scope,
    Predicate<ClientScopeModel> isGranted) {

  /** Returns the mappers; empty if no granted scope has one. */
  public Optional<ClientMappers> find() {
    Predicate<ClientScopeModel> isAllowed = isGranted.and(consented());
    return ClientMappers.of(
        inDefaults(isAllowed).or(() -> inOptional(isAllowed)),
        ScopeMappers.first(Stream.of(client()).filter(isAllowed)));
  }

  private ClientModel client() {
    return clientSession.getClient();
  }

  private UserModel user() {
    return clientSession.getUserSession().getUser();
  }

  private Predicate<ClientScopeModel> consented() {
    if (!client().isConsentRequired()) {
      return any -> true;
    }
    UserConsentModel consent =
        session
            .users()
            .getConsentByClient(clientSession.getRealm(), user().getId(), client().getId());
    return any ->
        !any.isDisplayOnConsentScreen() || (consent != null && consent.isClientScopeGranted(any));
  }

  private Optional<ProtocolMapperModel> inDefaults(Predicate<ClientScopeModel> isAllowed) {
    return ScopeMappers.first(
        client().getClientScopes(true).values().stream()
            // Few scopes have the mapper, so this cheap check comes first.
            .filter(any -> new ScopeMappers(any).exist())
            .filter(this::isPermitted)
            .filter(isAllowed));
  }

  /**
   * Whether the user may have the scope: one that is limited to roles is for users with one of
   * these roles, or of the roles in them.
   */
  private boolean isPermitted(ClientScopeModel any) {
    return any.getScopeMappingsStream().findAny().isEmpty()
        || RoleUtils.expandCompositeRolesStream(any.getScopeMappingsStream())
            .anyMatch(user()::hasRole);
  }

  /**
   * Looks in the optional scopes. Only these need Keycloak's own evaluation, because default scopes
   * are always granted. The evaluation looks for organizations too, and costs nearly as much as
   * signing.
   */
  private Optional<ProtocolMapperModel> inOptional(Predicate<ClientScopeModel> isAllowed) {
    return client().getClientScopes(false).values().stream()
            .noneMatch(any -> new ScopeMappers(any).exist())
        ? Optional.empty()
        : ScopeMappers.first(
            DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                    clientSession, scope, session)
                .getClientScopesStream()
                .filter(granted -> !granted.equals(client()))
                .filter(isAllowed));
  }
}
