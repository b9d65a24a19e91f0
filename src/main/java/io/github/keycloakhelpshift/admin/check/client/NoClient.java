package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.ScopeMappers;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds realms where nobody can have a token, because no client that people can sign in to has the
 * mapper.
 */
public record NoClient(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    if (realm.clients().stream().anyMatch(CheckedClient::hasLogin)) {
      return Stream.empty();
    }
    return Stream.of(
        withoutLogin()
            .or(this::unusable)
            .or(this::unassigned)
            .orElseGet(() -> Finding.of(Code.NO_CLIENT, Place.REALM)));
  }

  private Optional<Finding> withoutLogin() {
    return realm.clients().stream()
        .findFirst()
        .map(client -> client.finding(Code.NO_CLIENT).as("no_login"));
  }

  private Optional<Finding> unusable() {
    return realm.allClients().stream()
        .filter(client -> ClientMappers.possible(client).isPresent())
        .findFirst()
        .map(
            client ->
                Finding.of(Code.NO_CLIENT, Place.of(client), client.getClientId())
                    .as(client.isEnabled() ? "not_oidc" : "disabled"));
  }

  private Optional<Finding> unassigned() {
    return realm.scopes().stream()
        .filter(scope -> new ScopeMappers(scope).exist())
        .findFirst()
        .map(
            scope -> Finding.of(Code.NO_CLIENT, Place.of(scope), scope.getName()).as("unassigned"));
  }
}
