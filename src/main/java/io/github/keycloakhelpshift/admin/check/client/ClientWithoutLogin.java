package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** A client that has opted in, and that no person can sign in to. */
public final class ClientWithoutLogin implements Rule {

  private final CheckedRealm realm;

  public ClientWithoutLogin(CheckedRealm realm) {
    this.realm = realm;
  }

  @Override
  public Stream<Finding> findings() {
    // Where it is all of them, the realm's error says so.
    return realm.clients().stream().anyMatch(CheckedClient::hasLogin)
        ? realm.clients().stream()
            .filter(client -> !client.hasLogin())
            .map(client -> Finding.of(Code.CLIENT_NO_LOGIN, client.place(), client.id()))
        : Stream.empty();
  }
}
