package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.secret.SecretProvider;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A key provider and facts about its secret. Never shows the secret. */
public final class CheckedSecret {

  /** The form of a platform id, which is no secret. */
  public static final Pattern PLATFORM_ID = Pattern.compile(".+_platform_\\d{14,}-[0-9a-f]+");

  private final SecretProvider provider;
  private final ResolvedSecret secret;

  CheckedSecret(KeycloakSession session, SecretProvider provider) {
    this.provider = provider;
    this.secret =
        new ResolvedSecret(
            session, provider.secret(), provider.method().orElse(LoginMethod.IDENTITIES));
  }

  public ResolvedSecret secret() {
    return secret;
  }

  public boolean isUsable() {
    return provider.isUsable();
  }

  public String name() {
    return shown(provider.name());
  }

  /** Returns the platform id that the secret is for; empty: any. */
  public String platformId() {
    return shown(provider.platformId());
  }

  /** Returns the way to log in that the secret is for; empty if the text is not one. */
  public Optional<LoginMethod> method() {
    return provider.method();
  }

  public boolean isFor(LoginMethod login) {
    return method().equals(Optional.of(login));
  }

  /** Whether it may sign for that platform id. */
  public boolean serves(String app) {
    return platformId().isEmpty() || platformId().equals(app);
  }

  /** Whether the secret was written into the field for the name or the platform id. */
  public boolean isExposed() {
    return !secret.fits(PLATFORM_ID.asMatchPredicate())
        && (secret.fits(provider.name()::equals) || secret.fits(provider.platformId()::equals));
  }

  private String shown(String text) {
    return secret.fits(text::equals) ? ComponentRepresentation.SECRET_VALUE : text;
  }

  public long priority() {
    return provider.priority();
  }

  /** Returns the time when it was added, in seconds since the epoch; 0: unknown. */
  public long added() {
    return provider.model().get(SecretProvider.ADDED_KEY, 0L);
  }
}
