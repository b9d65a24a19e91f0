package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.client.ClientSettings;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;

/** Whether the pages of a client can call Keycloak, and no others. */
final class WebOriginCheck implements Check {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    return realm.clients().stream()
        .map(ClientSettings::client)
        .filter(WebOriginCheck::runsInBrowsers)
        .flatMap(
            client ->
                ofClient(
                    client,
                    new TreeSet<>(
                        WebOriginsUtils.resolveValidWebOrigins(realm.session(), client))));
  }

  /** A confidential client renders on its server: it needs no origin, but may have one. */
  private static boolean runsInBrowsers(ClientModel client) {
    return !client.isBearerOnly()
        && (client.isStandardFlowEnabled() || client.isImplicitFlowEnabled());
  }

  private static Stream<Finding> ofClient(ClientModel client, Set<String> origins) {
    String id = client.getClientId();
    if (origins.isEmpty()) {
      return client.isPublicClient() && !CheckedRealm.isAccountConsole(client)
          ? Stream.of(
              new Finding(Rule.CLIENT_NO_WEB_ORIGIN, null, id, "The client has no web origin."))
          : Stream.empty();
    }
    return origins.stream()
        .flatMap(
            origin -> {
              if (origin.equals("*")) {
                return Stream.of(
                    new Finding(
                        Rule.CLIENT_ANY_WEB_ORIGIN, null, id, "The client has the web origin *."));
              }
              return isInsecure(origin)
                  ? Stream.of(
                      new Finding(
                          Rule.CLIENT_HTTP_WEB_ORIGIN,
                          null,
                          id,
                          "The client has the web origin " + origin + "."))
                  : Stream.empty();
            });
  }

  private static boolean isInsecure(String origin) {
    if (!origin.startsWith("http://")) {
      return false;
    }
    try {
      return !LOOPBACK.contains(URI.create(origin).getHost());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
