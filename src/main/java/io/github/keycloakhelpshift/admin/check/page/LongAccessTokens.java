package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** Finds access tokens that live longer than the session. */
public record LongAccessTokens(CheckedRealm realm) implements Rule {

  /**
   * The client attribute for its own lifespan of access tokens, in seconds; blank or -1: the
   * realm's.
   */
  private static final String LIFESPAN = "access.token.lifespan";

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(
        of(Place.REALM, realm.model().getAccessTokenLifespan()),
        realm.clients().stream().flatMap(client -> of(client.place(), lifespan(client.model()))));
  }

  private static int lifespan(ClientModel client) {
    String text = client.getAttribute(LIFESPAN);
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private Stream<Finding> of(Place place, int lifespan) {
    int session =
        Math.min(
            realm.model().getSsoSessionIdleTimeout(), realm.model().getSsoSessionMaxLifespan());
    return lifespan > session
        ? Stream.of(Finding.of(Code.ACCESS_TOKEN_OUTLIVES_SESSION, place, lifespan, session))
        : Stream.empty();
  }
}
