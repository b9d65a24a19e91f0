package io.github.keycloakhelpshift.admin.access;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import java.util.Properties;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.resources.admin.AdminRoot;

/**
 * The message bundle in the language of the admin who calls.
 *
 * <p>Keycloak translates errors by the claim {@code locale} of the access token. Its own console
 * has lightweight tokens, which hold no such claim, so it would always speak English; as it does
 * before 26.2, where nobody says who calls.
 */
public final class AdminMessages {

  private AdminMessages() {}

  public static Properties of(KeycloakSession session, RealmModel realm) {
    return AdminRoot.getMessages(session, realm, language(session));
  }

  private static String language(KeycloakSession session) {
    UserSessionModel admins = Compatibility.adminSession(session);
    return admins == null
        ? null
        : session
            .getProvider(LocaleSelectorProvider.class)
            .resolveLocale(admins.getRealm(), admins.getUser())
            .toLanguageTag();
  }
}
