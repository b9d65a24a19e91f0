package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * Finds claims of the mapper that go nowhere, that go where they must not, or that replace another
 * claim.
 */
public record ClaimSwitches(CheckedRealm realm) implements Rule {

  private static final List<String> REFUSED =
      List.of(
          OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION,
          "lightweight.claim");
  private static final List<String> TAKEN =
      List.of(
          OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO);

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
                    .filter(place -> place.claim().isPresent())
                    .flatMap(place -> of(client, place)));
  }

  private static Stream<Finding> of(CheckedClient client, MapperPlace place) {
    String claim = place.claim().orElseThrow();
    Stream<Finding> taken =
        STANDARD.contains(claim)
            ? Stream.of(Finding.of(Code.CLAIM_NAME_TAKEN, place.place(), claim))
            : Stream.empty();
    return Stream.concat(taken, switches(client, place, claim));
  }

  private static Stream<Finding> switches(CheckedClient client, MapperPlace place, String claim) {
    if (Stream.concat(REFUSED.stream(), TAKEN.stream()).noneMatch(place::isOn)) {
      return Stream.of(Finding.of(Code.CLAIM_NOWHERE, place.place(), claim));
    }
    return client.layer().values().claimFormat().signedFor().isPresent()
        ? REFUSED.stream()
            .filter(place::isOn)
            .map(
                key ->
                    Finding.of(Code.CLAIM_SWITCH_IGNORED, place.place(), claim)
                        .as(key.replaceFirst("[.].*", "")))
        : Stream.empty();
  }
}
