package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.settings.ClaimFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * The switches of a mapper that decide where its claim goes.
 *
 * @param config the mapper's config
 */
record ClaimSwitches(Map<String, String> config) {

  /** The switches for places where a signed token must never be. */
  private static final List<String> PLAIN_ONLY =
      List.of(
          OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION);

  /** Returns the key of a switch that is on and does nothing; empty if there is no such switch. */
  Optional<String> useless(ClaimFormat format) {
    String claim = config.get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
    return format.signedFor().isPresent() && claim != null && !claim.isBlank()
        ? PLAIN_ONLY.stream().filter(key -> "true".equals(config.get(key))).findFirst()
        : Optional.empty();
  }
}
