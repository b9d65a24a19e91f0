package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ClientRule;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.stream.Stream;

/** Finds web origins that no browser ever sends, so that they match nothing. */
public record UselessWebOrigin(CheckedRealm realm) implements ClientRule {

  @Override
  public Stream<Finding> findings(CheckedClient client) {
    return client.origins().stream()
        .filter(origin -> origin.isNull() || !origin.canMatch())
        .map(
            origin ->
                client
                    .finding(
                        Code.WEB_ORIGIN_USELESS, origin.text(), String.join(", ", origin.meant()))
                    .as(variant(origin)));
  }

  private String variant(WebOrigin origin) {
    if (origin.isNull()) {
      return "null";
    }
    if (origin.hasWildcard()) {
      return "wildcard";
    }
    if (!origin.meant().isEmpty()) {
      return "";
    }
    return new StandIn(origin.text()).isPlaceholder() ? "placeholder" : "none";
  }
}
