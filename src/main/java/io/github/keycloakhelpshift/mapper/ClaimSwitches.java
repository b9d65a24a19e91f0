package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.settings.ClaimFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /** Returns what is wrong with the switches that are on and do nothing. */
  Stream<Reason> useless(ClaimFormat format) {
    return format.signedFor().isPresent() && hasClaim()
        ? PLAIN_ONLY.stream().filter(this::isOn).map(ClaimSwitches::of)
        : Stream.empty();
  }

  private static Reason of(String key) {
    return Reason.of(
        "%s does nothing: what is signed goes only into userinfo and the ID token. Turn the switch"
            + " off, or set the claim format to identities",
        key);
  }

  /** Whether a claim goes into the ID token or userinfo, where it can be signed. */
  boolean isOn() {
    return hasClaim()
        && (isOn(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN)
            || isOn(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO));
  }

  private boolean hasClaim() {
    String claim = config.get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
    return claim != null && !claim.isBlank();
  }

  private boolean isOn(String key) {
    return "true".equals(config.get(key));
  }
}
