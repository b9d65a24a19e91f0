package io.github.keycloakhelpshift.admin.check.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Finds out which of the realm's pages load the chat. */
record Themes(KeycloakSession session) {

  private static final Map<Theme.Type, String> SCRIPTS =
      Map.of(Theme.Type.ACCOUNT, "helpshift/account.js", Theme.Type.LOGIN, "helpshift/login.js");

  /** Whether a theme loads our script, by its own properties and those of its parents. */
  boolean load(String theme, Theme.Type type) {
    if (theme == null || theme.isBlank()) {
      return false;
    }
    try {
      // For an unknown theme Keycloak returns its default theme.
      Theme found = session.theme().getTheme(theme, type);
      return found != null
          && List.of(found.getProperties().getProperty("scripts", "").split("\\s+"))
              .contains(SCRIPTS.get(type));
    } catch (IOException e) {
      return false;
    }
  }
}
