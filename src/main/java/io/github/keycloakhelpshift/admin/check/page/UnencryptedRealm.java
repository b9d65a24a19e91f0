package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import java.util.stream.Stream;
import org.keycloak.common.enums.SslRequired;

/** Finds realms that answer over plain http, although their clients' pages use https. */
public record UnencryptedRealm(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.model().getSslRequired() == SslRequired.NONE
            && realm.clients().stream()
                .flatMap(client -> client.origins().stream())
                .anyMatch(WebOrigin::isRemoteHttps)
        ? Stream.of(Finding.of(Code.SSL_NOT_REQUIRED, Place.REALM))
        : Stream.empty();
  }
}
