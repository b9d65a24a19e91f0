package io.github.keycloakhelpshift.secret;

import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;

/**
 * Shows in Keycloak's list of keys that there is a secret, but not the secret.
 *
 * <p>The listed key has no key material and an algorithm that only we use, so nothing in Keycloak
 * can sign with it, verify with it or publish it.
 */
final class SecretKeyProvider implements KeyProvider {

  /** On purpose not the name of a JWS algorithm. */
  static final String ALGORITHM = "HELPSHIFT";

  private final ComponentModel model;

  SecretKeyProvider(ComponentModel model) {
    this.model = model;
  }

  @Override
  public Stream<KeyWrapper> getKeysStream() {
    KeyWrapper key = new KeyWrapper();
    key.setProviderId(model.getId());
    key.setProviderPriority(model.get(Attributes.PRIORITY_KEY, 0L));
    key.setKid(model.getId());
    key.setUse(KeyUse.SIG);
    key.setType(KeyType.OCT);
    key.setAlgorithm(ALGORITHM);
    key.setStatus(
        KeyStatus.from(
            model.get(Attributes.ACTIVE_KEY, true), model.get(Attributes.ENABLED_KEY, true)));
    return Stream.of(key);
  }
}
