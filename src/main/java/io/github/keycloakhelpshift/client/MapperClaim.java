package io.github.keycloakhelpshift.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * The claim of a mapper, and the switches that decide where it goes.
 *
 * @param config the mapper's config
 */
public record MapperClaim(Map<String, String> config) {

  /** The switches for places where a signed token must never be. */
  private static final List<String> PLAIN_ONLY =
      List.of(
          OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION);

  /** The switches for places where a signed token can be. */
  private static final List<String> SIGNED =
      List.of(
          OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN,
          OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO);

  /** Returns its name; empty if the mapper makes no claim. */
  public Optional<String> name() {
    return Optional.ofNullable(config.get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME))
        .filter(name -> !name.isBlank());
  }

  /** Whether it goes into a place where a signed one can be. */
  public boolean canBeSigned() {
    return name().isPresent() && SIGNED.stream().anyMatch(this::isOn);
  }

  /** Returns the switches that are on and do nothing for a claim that is signed. */
  public Stream<String> switchesForPlain() {
    return name().isPresent() ? PLAIN_ONLY.stream().filter(this::isOn) : Stream.empty();
  }

  /** Whether it goes anywhere. */
  public boolean goesSomewhere() {
    return canBeSigned() || switchesForPlain().findAny().isPresent();
  }

  private boolean isOn(String key) {
    return Boolean.parseBoolean(config.get(key));
  }
}
