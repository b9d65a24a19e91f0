package io.github.keycloakhelpshift.admin.check;

import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Whether chats end with the session, and who has a session that is not his own. */
final class SessionCheck implements Check {

  /** A client's own lifespan of access tokens, in seconds; blank or -1: the realm's. */
  private static final String ACCESS_TOKEN_LIFESPAN = "access.token.lifespan";

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    int session =
        Math.min(
            realm.realm().getSsoSessionIdleTimeout(), realm.realm().getSsoSessionMaxLifespan());
    Stream<Finding> ofRealm = outliving(realm.realm(), session);
    Stream<Finding> ofClients =
        realm.clients().stream().flatMap(layer -> outliving(layer.client(), session));
    Stream<Finding> impersonation =
        realm.impersonation()
            ? Stream.of(new Finding(Rule.IMPERSONATION, "Admins may impersonate users."))
            : Stream.empty();
    return Stream.of(ofRealm, ofClients, impersonation).flatMap(findings -> findings);
  }

  private static Stream<Finding> outliving(RealmModel realm, int session) {
    int lifespan = realm.getAccessTokenLifespan();
    return lifespan > session
        ? Stream.of(
            new Finding(Rule.ACCESS_TOKEN_OUTLIVES_SESSION, what("The realm's", lifespan, session)))
        : Stream.empty();
  }

  private static Stream<Finding> outliving(ClientModel client, int session) {
    String text = client.getAttribute(ACCESS_TOKEN_LIFESPAN);
    if (text == null || !text.matches("\\d{1,9}") || Integer.parseInt(text) <= session) {
      return Stream.empty();
    }
    return Stream.of(
        new Finding(
            Rule.ACCESS_TOKEN_OUTLIVES_SESSION,
            null,
            client.getClientId(),
            what("The client's", Integer.parseInt(text), session)));
  }

  private static String what(String whose, int lifespan, int session) {
    return "%s access tokens live for %d s, an idle session for %d s."
        .formatted(whose, lifespan, session);
  }
}
