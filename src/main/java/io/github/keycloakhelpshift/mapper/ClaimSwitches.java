package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.settings.ClaimFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * A mapper's switches that say where its claim goes.
 *
 * @param config the mapper's config
 */
record ClaimSwitches(Map<String, String> config) {

  /** Where a signed token never goes. */
  private static final List<String> PLAIN_ONLY =
      List.of(
          OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION);

  /** The key of a switch that is on and does nothing; empty where there is none. */
  Optional<String> useless(ClaimFormat format) {
    String claim = config.get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
    return format.signedFor().isPresent() && claim != null && !claim.isBlank()
        ? PLAIN_ONLY.stream().filter(key -> "true".equals(config.get(key))).findFirst()
        : Optional.empty();
  }
}
