package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.Constants;

/** Finds clients without a web origin, so that Keycloak does not answer their pages. */
public record MissingWebOrigin(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .filter(CheckedClient::hasBrowserLogin)
        .filter(client -> !client.isAccountConsole())
        .filter(client -> client.origins().isEmpty())
        .flatMap(client -> finding(client).stream());
  }

  private Optional<Finding> finding(CheckedClient client) {
    boolean plus =
        Optional.ofNullable(client.model().getWebOrigins())
            .filter(origins -> origins.contains(Constants.INCLUDE_REDIRECTS))
            .isPresent();
    boolean wildcard =
        client.redirectUris().anyMatch("*"::equals)
            || client.redirects().anyMatch(WebOrigin::hasWildcard);
    if (plus && wildcard) {
      return Optional.of(client.finding(Code.CLIENT_NO_WEB_ORIGIN).as("plus"));
    }
    if (client.isNative()) {
      return Optional.empty();
    }
    Set<String> origins =
        client
            .redirects()
            .map(WebOrigin::withoutWildcard)
            .flatMap(origin -> origin.plain().stream())
            .filter(origin -> !origin.equals(client.keycloak()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (origins.isEmpty() && client.redirects().anyMatch(origin -> origin.plain().isPresent())) {
      // Only Keycloak's own pages.
      return Optional.empty();
    }
    if (!client.model().isPublicClient()) {
      return Optional.of(client.finding(Code.SERVER_APP_NO_WEB_ORIGIN));
    }
    return Optional.of(
        origins.isEmpty()
            ? client.finding(Code.CLIENT_NO_WEB_ORIGIN)
            : client
                .finding(Code.CLIENT_NO_WEB_ORIGIN, String.join(", ", origins))
                .as("redirects"));
  }
}
