package io.github.keycloakhelpshift.admin.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminRoot;

/**
 * The messages in the language of the calling admin.
 *
 * <p>Keycloak translates errors by the claim {@code locale} of the access token. Its own console
 * has lightweight tokens without that claim, so its errors would always be English.
 */
public record AdminMessages(KeycloakSession session) {

  /** Returns Keycloak's message bundle in that language. */
  public Properties bundle() {
    return AdminRoot.getMessages(
        session,
        session.getContext().getRealm(),
        language().map(Locale::toLanguageTag).orElse(null));
  }

  /** Returns the language to answer in: theirs, or else English. */
  public Locale languageOrEnglish() {
    return language().orElse(Locale.ENGLISH);
  }

  /** Returns the language that the admin has chosen; empty if nobody has signed in. */
  private Optional<Locale> language() {
    return Optional.ofNullable(session.getContext().getUserSession())
        .map(
            admins ->
                session
                    .getProvider(LocaleSelectorProvider.class)
                    .resolveLocale(admins.getRealm(), admins.getUser()));
  }
}
