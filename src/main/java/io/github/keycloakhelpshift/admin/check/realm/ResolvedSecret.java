package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.secret.ConfiguredSecret;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;

/** A configured secret after the vault has resolved it. Never shows the secret. */
public final class ResolvedSecret {

  private final String configured;
  private final Optional<String> text;
  private final Optional<Reason> problem;

  public ResolvedSecret(KeycloakSession session, ConfiguredSecret secret, LoginMethod method) {
    this.configured = secret.text().orElse("");
    Optional<String> read = Optional.empty();
    Optional<Reason> failure = Optional.empty();
    try {
      read = secret.read(session);
      secret.parse(read, method);
    } catch (MissingSecretException e) {
      failure = Optional.of(e.reason());
    }
    this.text = read;
    this.problem = failure;
  }

  /** Returns why the secret can't be used; empty if it can. */
  public Optional<Reason> problem() {
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

  public boolean fits(Predicate<String> test) {
    return text.filter(test).isPresent();
  }

  /** Whether it was meant as a reference to the vault, which does not know this form. */
  public boolean isReference() {
    return fits(one -> new StandIn(one).isReference());
  }

  /** Whether the other place has the same secret. */
  public boolean isSame(ResolvedSecret other) {
    return text.isPresent() && text.equals(other.text);
  }
}
