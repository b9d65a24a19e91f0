package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * The reasons why a user can't have a token of a client.
 *
 * @param signed the user with all values, because the token would contain the hidden ones
 * @param client the settings that count
 * @param read the same, typed
 */
record Refusals(
    KeycloakSession session,
    HelpshiftUser signed,
    ClientSettings client,
    SettingsReader.Result read,
    ReasonTexts texts) {

  List<ReasonRepresentation> all() {
    return Stream.of(invalidIdentity(), notOptedIn(), ineligible(), invalidSettings(), secret())
        .flatMap(reasons -> reasons)
        .toList();
  }

  private Stream<ReasonRepresentation> invalidIdentity() {
    try {
      if (read.settings().login() == LoginMethod.USER_AUTH_TOKEN) {
        signed.shownVerifiedUser();
      } else {
        signed.payload();
      }
      return Stream.empty();
    } catch (InvalidIdentityException e) {
      return Stream.of(reason(e.violation().name(), e.getMessage()));
    }
  }

  private Stream<ReasonRepresentation> notOptedIn() {
    return client.optedIn()
        ? Stream.empty()
        : Stream.of(
            reason(
                "CLIENT_NOT_OPTED_IN",
                "the client has no mapper 'Helpshift identity token', of its own or in a client"
                    + " scope"));
  }

  private Stream<ReasonRepresentation> ineligible() {
    return signed.ineligible().map(why -> reason(why.name(), why.description())).stream();
  }

  private Stream<ReasonRepresentation> invalidSettings() {
    return read.problems().stream()
        .filter(SettingProblem::fatal)
        .map(problem -> reason("SETTING_INVALID", problem.text(texts.language())));
  }

  /** Without the cause: an admin who may view users need not know what the vault contains. */
  private Stream<ReasonRepresentation> secret() {
    try {
      new SharedSecrets(session, session.getContext().getRealm()).find(read.settings());
      return Stream.empty();
    } catch (MissingSecretException e) {
      return Stream.of(
          reason(
              "SECRET_UNUSABLE",
              "the shared secret is missing or can't be used: the check says what to do"));
    }
  }

  private ReasonRepresentation reason(String reason, String english) {
    return new ReasonRepresentation(reason, texts.describe(reason, english));
  }
}
