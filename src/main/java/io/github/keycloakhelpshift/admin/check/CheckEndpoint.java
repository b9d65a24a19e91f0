package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.admin.check.finding.AcceptedFindings;
import io.github.keycloakhelpshift.admin.check.finding.FindingTexts;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ServerFacts;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * {@code check}: returns what is wrong with the set-up, and how many findings there are of each
 * severity.
 */
public record CheckEndpoint(KeycloakSession session, SettingsReader reader) {

  public Response get() {
    CheckedRealm checked =
        new CheckedRealm(session, session.getContext().getRealm(), ServerFacts.of(session, reader));
    return AdminResponses.json(
        CheckReport.of(
            Rules.run(Rules.ALL, checked),
            AcceptedFindings.parse(
                checked.attributes().getOrDefault(Setting.CHECK_ACCEPT.key(), "")),
            new FindingTexts(new AdminMessages(session).languageOrEnglish())));
  }
}
