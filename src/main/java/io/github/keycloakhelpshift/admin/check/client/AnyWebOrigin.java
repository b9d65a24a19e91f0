package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.stream.Stream;

/** Finds clients that any page in the world can use. */
public record AnyWebOrigin(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .filter(CheckedClient::hasBrowserLogin)
        .filter(client -> client.origins().stream().anyMatch(WebOrigin::isAny))
        .map(client -> client.finding(Code.CLIENT_ANY_WEB_ORIGIN));
  }
}
