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

  private static Optional<Finding> finding(CheckedClient client) {
    boolean plus =
        Optional.ofNullable(client.model().getWebOrigins())
            .filter(origins -> origins.contains(Constants.INCLUDE_REDIRECTS))
            .isPresent();
    boolean wildcard =
        client.redirectUris().anyMatch("*"::equals)
            || client.redirects().anyMatch(WebOrigin::hasWildcard);
    if (plus && wildcard) {
      return Optional.of(
          Finding.of(Code.CLIENT_NO_WEB_ORIGIN, client.place(), client.id()).as("plus"));
    }
    if (isNative(client)) {
      return Optional.empty();
    }
    Set<String> origins =
        client
            .redirects()
            .map(MissingWebOrigin::withoutWildcard)
            .flatMap(origin -> origin.plain().stream())
            .filter(origin -> !origin.equals(client.keycloak()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (origins.isEmpty() && client.redirects().anyMatch(origin -> origin.plain().isPresent())) {
      // Only Keycloak's own pages.
      return Optional.empty();
    }
    if (!client.model().isPublicClient()) {
      return Optional.of(Finding.of(Code.SERVER_APP_NO_WEB_ORIGIN, client.place(), client.id()));
    }
    return origins.isEmpty()
        ? Optional.of(Finding.of(Code.CLIENT_NO_WEB_ORIGIN, client.place(), client.id()))
        : Optional.of(
            Finding.of(
                    Code.CLIENT_NO_WEB_ORIGIN,
                    client.place(),
                    client.id(),
                    String.join(", ", origins))
                .as("redirects"));
  }

  /** Returns the origin without the asterisk that ends a redirect URI. */
  private static WebOrigin withoutWildcard(WebOrigin origin) {
    return new WebOrigin(origin.text().replaceFirst("[*]+$", ""));
  }

  /**
   * Whether the client is an app on a device: its redirect URIs have a scheme of its own, or the
   * device's own address.
   */
  private static boolean isNative(CheckedClient client) {
    return client.redirectUris().anyMatch(uri -> uri.matches("(?i)(?!https?:)[a-z][a-z0-9+.-]*:.*"))
        || (client.redirectUris().findAny().isPresent()
            && client.redirectUris().allMatch(uri -> uri.startsWith("http://127.0.0.1")));
  }
}
