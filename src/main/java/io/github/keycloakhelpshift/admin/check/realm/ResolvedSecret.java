package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.secret.ConfiguredSecret;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** A configured secret after the vault has resolved it. Never shows the secret. */
public final class ResolvedSecret {

  private final String configured;
  private final Optional<String> text;
  private final Optional<String> problem;

  private ResolvedSecret(String configured, Optional<String> text, Optional<String> problem) {
    this.configured = configured;
    this.text = text;
    this.problem = problem;
  }

  /**
   * Resolves a secret.
   *
   * @param method the way to log in that the secret is for
   */
  public static ResolvedSecret of(
      KeycloakSession session, ConfiguredSecret secret, LoginMethod method) {
    String configured = secret.text().orElse("");
    Optional<String> problem = Optional.empty();
    try {
      secret.resolve(session, method);
    } catch (MissingSecretException e) {
      problem = Optional.of(e.getMessage());
    }
    return new ResolvedSecret(configured, read(session, configured), problem);
  }

  private static Optional<String> read(KeycloakSession session, String configured) {
    try (VaultStringSecret secret = session.vault().getStringSecret(configured)) {
      return secret.get();
    } catch (RuntimeException e) {
      // A vault that fails counts as empty. The message above says that it failed.
      return Optional.empty();
    }
  }

  /** Returns why the secret can't be used; empty if it can. */
  public Optional<String> problem() {
    return problem;
  }

  /** Whether there is no text at all, not even an invalid one. */
  public boolean isAbsent() {
    return text.isEmpty();
  }

  /** Returns the name in the vault; empty for a literal secret. */
  public Optional<String> vaultEntry() {
    return configured.startsWith("${vault.") && configured.endsWith("}")
        ? Optional.of(configured.substring("${vault.".length(), configured.length() - 1))
        : Optional.empty();
  }

  /** Whether the secret passes that test. */
  public boolean fits(Predicate<String> test) {
    return text.filter(test).isPresent();
  }

  /** Whether the other place has the same secret. */
  public boolean isSame(ResolvedSecret other) {
    return text.isPresent() && text.equals(other.text);
  }
}
