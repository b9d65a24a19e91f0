package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds clients that ask their users for consent before they get a token. */
public record ConsentAsked(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .filter(client -> client.model().isConsentRequired())
        .map(client -> client.finding(Code.CONSENT_REQUIRED));
  }
}
