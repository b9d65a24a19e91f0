package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.client.ScopeMappers;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Finds the mapper in a scope that each new client gets. */
public record RealmDefaultScope(CheckedRealm realm) implements Rule {

  private static final String REGISTRATION_POLICY =
      "org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy";

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(
        scopes(true)
            .map(
                scope ->
                    finding(
                        canRegister()
                            ? Code.SCOPE_FOR_REGISTERED_CLIENTS
                            : Code.SCOPE_REALM_DEFAULT,
                        scope)),
        // A new client gets an optional scope when it asks for it.
        scopes(false)
            .filter(scope -> canRegister())
            .map(scope -> finding(Code.SCOPE_FOR_REGISTERED_CLIENTS, scope)));
  }

  private Stream<ClientScopeModel> scopes(boolean byDefault) {
    return realm
        .model()
        .getDefaultClientScopesStream(byDefault)
        .filter(scope -> new ScopeMappers(scope).exist());
  }

  private static Finding finding(Code code, ClientScopeModel scope) {
    return Finding.of(code, Place.of(scope), scope.getName());
  }

  /**
   * Whether clients can register themselves: with an initial access token, or without one if a
   * policy trusts hosts or there is no such policy.
   */
  private boolean canRegister() {
    RealmModel model = realm.model();
    return realm.session().realms().listClientInitialAccessStream(model).findAny().isPresent()
        || model
            .getComponentsStream(model.getId(), REGISTRATION_POLICY)
            .filter(policy -> "anonymous".equals(policy.getSubType()))
            .noneMatch(RealmDefaultScope::trustsNobody);
  }

  private static boolean trustsNobody(ComponentModel policy) {
    return policy.getProviderId().equals("trusted-hosts")
        && policy.getConfig().getOrDefault("trusted-hosts", List.of()).stream()
            .allMatch(String::isBlank)
        && policy.get("host-sending-registration-request-must-match", true);
  }
}
