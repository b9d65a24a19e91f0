package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ClientRule;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.stream.Stream;

/** Finds pages that an attacker can change on their way to the browser. */
public record InsecureWebOrigin(CheckedRealm realm) implements ClientRule {

  @Override
  public Stream<Finding> findings(CheckedClient client) {
    return client.hasBrowserLogin()
        ? client.origins().stream()
            .filter(WebOrigin::isInsecure)
            .filter(WebOrigin::canMatch)
            .map(origin -> client.finding(Code.CLIENT_HTTP_WEB_ORIGIN, origin.text()))
        : Stream.empty();
  }
}
