package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds real apps with the demo realm's secret, which everybody can read on the internet. */
public record PublicSecret(CheckedRealm realm) implements Rule {

  private static final String DEMO_SECRET = "demo-only-";
  private static final String DEMO_DOMAIN = "keycloak-helpshift-demo";

  @Override
  public Stream<Finding> findings() {
    boolean demo =
        realm.layers().stream()
            .allMatch(layer -> layer.values().domain().equals(Optional.of(DEMO_DOMAIN)));
    return demo
        ? Stream.empty()
        : realm
            .usedSecrets()
            .filter(used -> used.secret().fits(text -> text.startsWith(DEMO_SECRET)))
            .map(used -> Finding.of(Code.SECRET_IS_PUBLIC, used.place(), used.name()));
  }
}
