package io.github.keycloakhelpshift.admin.access;

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
 * has lightweight tokens, which hold no such claim, so it would always speak English.
 */
public final class AdminMessages {

  private AdminMessages() {}

  public static Properties of(KeycloakSession session, RealmModel realm) {
    return AdminRoot.getMessages(session, realm, language(session));
  }

  private static String language(KeycloakSession session) {
    UserSessionModel admins = session.getContext().getUserSession();
    return admins == null
        ? null
        : session
            .getProvider(LocaleSelectorProvider.class)
            .resolveLocale(admins.getRealm(), admins.getUser())
            .toLanguageTag();
  }
}
