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
public final class AdminSave {

  private static final String ATTRIBUTE = AdminSave.class.getName();

  private AdminSave() {}

  /**
   * Records that an admin has sent a component or a mapper.
   *
   * @param language the language that they read
   */
  public static void begin(KeycloakSession session, Locale language) {
    session.setAttribute(ATTRIBUTE, language);
  }

  /** Whether an admin has sent a component or a mapper. */
  public static boolean isUnderWay(KeycloakSession session) {
    return session.getAttribute(ATTRIBUTE) != null;
  }

  /** Returns the language for errors: the admin's, or else English. */
  public static Locale language(KeycloakSession session) {
    return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Locale.class))
        .orElse(Locale.ENGLISH);
  }
}
