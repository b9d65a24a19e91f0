package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A key provider and facts about its secret. Never shows the secret. */
public final class CheckedSecret {

  private final ComponentModel model;
  private final ResolvedSecret secret;

  private CheckedSecret(ComponentModel model, ResolvedSecret secret) {
    this.model = model;
    this.secret = secret;
  }

  static CheckedSecret of(KeycloakSession session, ComponentModel model) {
    return new CheckedSecret(
        model,
        ResolvedSecret.of(
            session,
            model.get(SharedSecrets.SECRET_KEY),
            SharedSecrets.place(model),
            SharedSecrets.methodOf(model).orElse(LoginMethod.IDENTITIES)));
  }

  public ResolvedSecret secret() {
    return secret;
  }

  public boolean isUsable() {
    return SharedSecrets.isUsable(model);
  }

  public String name() {
    return shown(model.getName());
  }

  /** Returns the platform id that the secret is for; empty: any. */
  public String platformId() {
    return shown(SharedSecrets.platformIdOf(model));
  }

  /** Returns the way to log in that the secret is for; empty if the text is not one. */
  public Optional<LoginMethod> method() {
    return SharedSecrets.methodOf(model);
  }

  /** Whether the secret was written into the field for the name or the platform id. */
  public boolean isExposed() {
    return secret.fits(model.getName()::equals)
        || secret.fits(SharedSecrets.platformIdOf(model)::equals);
  }

  private String shown(String text) {
    return secret.fits(text::equals) ? ComponentRepresentation.SECRET_VALUE : text;
  }

  public long priority() {
    return SharedSecrets.priority(model);
  }

  /** Returns the time when it was added, in seconds since the epoch; 0: unknown. */
  public long added() {
    return model.get(SharedSecrets.ADDED_KEY, 0L);
  }
}
