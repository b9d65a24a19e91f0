package io.github.keycloakhelpshift.secret;

import org.keycloak.models.KeycloakSession;

/**
 * Tells whether an admin saves a single component, in a form or by the admin API. Keycloak
 * validates a component in the same way when it imports a realm, but then nobody is there to
 * correct it.
 *
 * <p>The path of the request can't tell the two apart: an import at the server's start has no
 * request, and each version of Keycloak says so in another way.
 */
public final class ComponentSave {

  private static final String ATTRIBUTE = ComponentSave.class.getName();

  private ComponentSave() {}

  /** Records that an admin has sent a component. */
  public static void begin(KeycloakSession session) {
    session.setAttribute(ATTRIBUTE, true);
  }

  /** Whether an admin has sent a component. */
  public static boolean isUnderWay(KeycloakSession session) {
    return session.getAttribute(ATTRIBUTE) != null;
  }
}
