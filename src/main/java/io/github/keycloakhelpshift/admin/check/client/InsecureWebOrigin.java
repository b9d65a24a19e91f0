package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.stream.Stream;

/** Finds pages that an attacker can change on their way to the browser. */
public record InsecureWebOrigin(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .filter(CheckedClient::hasBrowserLogin)
        .flatMap(
            client ->
                client.origins().stream()
                    .filter(WebOrigin::isInsecure)
                    .filter(WebOrigin::canMatch)
                    .map(
                        origin ->
                            Finding.of(
                                Code.CLIENT_HTTP_WEB_ORIGIN,
                                client.place(),
                                client.id(),
                                origin.text())));
  }
}
