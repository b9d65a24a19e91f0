package io.github.keycloakhelpshift.secret;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Tells whether an admin saves a single component or mapper, in a form or by the admin API, and in
 * which language they read errors. Keycloak validates both in the same way when it imports a realm,
 * but then nobody is there to correct them.
 *
 * <p>The path of the request can't tell the two apart: an import at the server's start has no
 * request, and each version of Keycloak says so in another way.
 */
public record AdminSave(KeycloakSession session) {

  private static final String ATTRIBUTE = AdminSave.class.getName();

  /**
   * Records that an admin has sent a component or a mapper.
   *
   * @param language the language that they read
   */
  public void begin(Locale language) {
    session.setAttribute(ATTRIBUTE, language);
  }

  public boolean isUnderWay() {
    return session.getAttribute(ATTRIBUTE) != null;
  }

  /** Returns the language for errors: the admin's, or else English. */
  public Locale language() {
    return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Locale.class))
        .orElse(Locale.ENGLISH);
  }
}
