package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.stream.Stream;

/** Finds web origins that no browser ever sends, so that they match nothing. */
public record UselessWebOrigin(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .flatMap(
            client ->
                client.origins().stream()
                    .filter(origin -> origin.isNull() || !origin.canMatch())
                    .map(origin -> finding(client, origin)));
  }

  private static Finding finding(CheckedClient client, WebOrigin origin) {
    Finding finding =
        Finding.of(
            Code.WEB_ORIGIN_USELESS,
            client.place(),
            client.id(),
            origin.text(),
            String.join(", ", origin.meant()));
    if (origin.isNull()) {
      return finding.as("null");
    }
    if (origin.hasWildcard()) {
      return finding.as("wildcard");
    }
    if (!origin.meant().isEmpty()) {
      return finding;
    }
    return finding.as(StandIn.isPlaceholder(origin.text()) ? "placeholder" : "none");
  }
}
