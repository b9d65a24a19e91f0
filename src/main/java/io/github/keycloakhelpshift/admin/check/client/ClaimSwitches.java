package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds claims of the mapper that go nowhere, that go where they must not, or that replace another
 * claim.
 */
public record ClaimSwitches(CheckedRealm realm) implements Rule {

  /** The claims that have a meaning in Keycloak and OpenID Connect. */
  private static final Set<String> STANDARD =
      Set.of(
          "iss",
          "sub",
          "aud",
          "exp",
          "iat",
          "nbf",
          "jti",
          "typ",
          "azp",
          "sid",
          "acr",
          "amr",
          "nonce",
          "auth_time",
          "scope",
          "cnf",
          "at_hash",
          "c_hash",
          "s_hash",
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "email",
          "email_verified",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "phone_number",
          "phone_number_verified",
          "address",
          "updated_at",
          "realm_access",
          "resource_access",
          "allowed-origins",
          "groups",
          "client_id",
          "session_state",
          "organization",
          "act",
          "may_act",
          "authorization");

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .flatMap(
            client ->
                client.mappers().stream()
                    .flatMap(
                        place ->
                            place.claim().name().stream()
                                .flatMap(name -> of(client, place, name))));
  }

  private static Stream<Finding> of(CheckedClient client, MapperPlace place, String name) {
    Stream<Finding> taken =
        STANDARD.contains(name)
            ? Stream.of(Finding.of(Code.CLAIM_NAME_TAKEN, place.place(), name))
            : Stream.empty();
    return Stream.concat(taken, switches(client, place, name));
  }

  private static Stream<Finding> switches(CheckedClient client, MapperPlace place, String name) {
    if (!place.claim().goesSomewhere()) {
      return Stream.of(Finding.of(Code.CLAIM_NOWHERE, place.place(), name));
    }
    return client.layer().values().claimFormat().signedFor().isPresent()
        ? place
            .claim()
            .switchesForPlain()
            .map(
                key ->
                    Finding.of(Code.CLAIM_SWITCH_IGNORED, place.place(), name)
                        .as(key.replaceFirst("[.].*", "")))
        : Stream.empty();
  }
}
