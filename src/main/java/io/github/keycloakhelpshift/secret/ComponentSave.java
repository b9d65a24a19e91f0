package io.github.keycloakhelpshift.secret;

import org.keycloak.models.KeycloakSession;

/**
 * Whether an admin saves a component by itself, in a form or by the admin API. Keycloak validates a
 * component in the same way when it comes with a realm that is imported, and nobody is there to
 * mend it.
 */
public final class ComponentSave {

  private static final String ATTRIBUTE = ComponentSave.class.getName();

  private ComponentSave() {}

  /** An admin has sent a component. */
  public static void begin(KeycloakSession session) {
    session.setAttribute(ATTRIBUTE, true);
  }

  /** Whether an admin has. */
  public static boolean isUnderWay(KeycloakSession session) {
    return session.getAttribute(ATTRIBUTE) != null;
  }
}
