package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.UsedSecret;
import java.util.stream.Stream;

/** Finds shared secrets that are the secret of a client of Keycloak. */
public record ClientSecretAsSecret(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.usedSecrets().flatMap(this::of);
  }

  private Stream<Finding> of(UsedSecret used) {
    return realm.allClients().stream()
        .filter(client -> used.secret().fits(text -> text.equals(client.getSecret())))
        .limit(1)
        .map(
            client ->
                Finding.of(Code.SECRET_MANGLED, used.place(), used.name(), client.getClientId())
                    .as("client"));
  }
}
