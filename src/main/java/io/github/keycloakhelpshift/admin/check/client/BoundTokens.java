package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds clients with pages whose access tokens count only with a proof, which the script can't
 * send.
 */
public record BoundTokens(CheckedRealm realm) implements Rule {

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "dpop.bound.access.tokens", "dpop", "tls.client.certificate.bound.access.tokens", "mtls");

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .filter(client -> !client.origins().isEmpty())
        .flatMap(
            client ->
                ATTRIBUTES.entrySet().stream()
                    .filter(attribute -> client.isOn(attribute.getKey()))
                    .map(
                        attribute ->
                            Finding.of(Code.TOKEN_BOUND, client.place(), client.id())
                                .as(attribute.getValue())));
  }
}
