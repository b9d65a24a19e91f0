package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ClientRule;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds clients with pages whose access tokens count only with a proof, which the script can't
 * send.
 */
public record BoundTokens(CheckedRealm realm) implements ClientRule {

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "dpop.bound.access.tokens", "dpop", "tls.client.certificate.bound.access.tokens", "mtls");

  @Override
  public Stream<Finding> findings(CheckedClient client) {
    return client.origins().isEmpty()
        ? Stream.empty()
        : ATTRIBUTES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .filter(attribute -> client.isOn(attribute.getKey()))
            .map(attribute -> client.finding(Code.TOKEN_BOUND).as(attribute.getValue()));
  }
}
