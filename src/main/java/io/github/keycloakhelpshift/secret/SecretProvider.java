package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.settings.Choice;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.RealmModel;

/** A key provider that holds a shared secret, as a realm has it. */
public record SecretProvider(ComponentModel model) {

  public static final String ID = "helpshift-secret";

  /** The config key of the platform id; blank: any. */
  public static final String PLATFORM_ID_KEY = "platformId";

  /** The config key of the secret: literal, or a vault reference. */
  public static final String SECRET_KEY = "secret";

  /** The config key of the way to log in that the secret is for; blank: identities. */
  public static final String VERIFICATION_KEY = "verification";

  /** The config key of the time when it was added, in seconds since the epoch; no form shows it. */
  public static final String ADDED_KEY = "addedAt";

  /** Returns all of a realm, usable or not. */
  public static Stream<SecretProvider> of(RealmModel realm) {
    return realm
        .getComponentsStream(realm.getId(), KeyProvider.class.getName())
        .filter(model -> ID.equals(model.getProviderId()))
        .map(SecretProvider::new);
  }

  /** Whether it is enabled and active. */
  public boolean isUsable() {
    return model.get(Attributes.ENABLED_KEY, true) && model.get(Attributes.ACTIVE_KEY, true);
  }

  /** Returns the platform id that the secret is for; empty: any. */
  public String platformId() {
    String platformId = model.get(PLATFORM_ID_KEY);
    return platformId == null ? "" : platformId.strip();
  }

  /** Whether it may sign for that platform id. */
  boolean serves(String app) {
    return platformId().isEmpty() || platformId().equals(app);
  }

  /** Returns the way to log in that the secret is for; empty if the text is not one. */
  public Optional<LoginMethod> method() {
    String verification = model.get(VERIFICATION_KEY);
    return verification == null || verification.isBlank()
        ? Optional.of(LoginMethod.IDENTITIES)
        : Choice.LOGIN.find(verification.strip());
  }

  /** Returns the priority: the highest wins. */
  public long priority() {
    return model.get(Attributes.PRIORITY_KEY, 0L);
  }

  /** Returns the name that an admin gave it; Keycloak does not require one. */
  public String name() {
    return String.valueOf(model.getName());
  }

  /** Returns the secret as it is configured, with the name of its place in messages. */
  public ConfiguredSecret secret() {
    return new ConfiguredSecret(place(name()), Optional.ofNullable(model.get(SECRET_KEY)));
  }

  /** Returns what messages call a key provider of that name. */
  public static Reason place(String name) {
    return Reason.of("key provider '%s'", name);
  }
}
