package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds clients that have opted in, but that nobody can sign in to. */
public record ClientWithoutLogin(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    // If all of them are like that, NO_CLIENT says so.
    return realm.clients().stream().anyMatch(CheckedClient::hasLogin)
        ? realm.clients().stream()
            .filter(client -> !client.hasLogin())
            .map(client -> client.finding(Code.CLIENT_NO_LOGIN))
        : Stream.empty();
  }
}
