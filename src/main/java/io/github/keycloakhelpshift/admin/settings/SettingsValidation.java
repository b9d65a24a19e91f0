package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.secret.ConfiguredSecret;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * Validates settings before they are written to a realm: invalid values, unknown keys, and settings
 * that do not fit together. An unknown key that the realm has already is no problem, so that
 * settings of a newer version survive.
 */
public record SettingsValidation(
    KeycloakSession session, RealmSettings stored, SettingsReader reader) {

  /** The maximal length of a realm attribute's name in Keycloak's database. */
  private static final int MAX_KEY_LENGTH = 255;

  /**
   * Returns what is wrong with those settings in the admin's language, by key.
   *
   * @param wanted all settings that the realm should have; blank counts as not set
   */
  public Map<String, String> errors(Map<String, String> wanted) {
    Locale language = new AdminMessages(session).languageOrEnglish();
    Map<String, String> errors = new TreeMap<>();
    problems(wanted)
        .forEach(problem -> errors.putIfAbsent(problem.key(), problem.reason().text(language)));
    return errors;
  }

  List<SettingProblem> problems(Map<String, String> wanted) {
    SortedMap<String, String> entries = RealmSettings.present(wanted);
    SettingsReader.Result result = reader.read(entries, Map.of());
    List<SettingProblem> problems = new ArrayList<>();
    entries.forEach((key, text) -> unstorable(key, text).ifPresent(problems::add));
    result.problems().stream()
        .filter(
            problem ->
                problem.fatal() || stored.isChange(problem.key(), entries.get(problem.key())))
        .forEach(problems::add);
    entries.forEach(
        (key, text) -> {
          if (new SettingEntry(key, text).isLiteralSecret()
              && problems.stream().noneMatch(problem -> problem.key().equals(key))) {
            problems.add(
                problem(key, "looks like a secret, which does not belong in an attribute"));
          }
        });
    return problems.isEmpty()
        ? Stream.of(nobody(result.settings()), unusableSecret(result.settings()))
            .flatMap(Optional::stream)
            .toList()
        : List.copyOf(problems);
  }

  private static Optional<SettingProblem> unstorable(String key, String text) {
    if (!isStorable(key) || !isStorable(text)) {
      return Optional.of(problem(key, "is not text that a database can keep"));
    }
    if (!key.startsWith(Setting.PREFIX)) {
      return Optional.of(problem(key, "does not begin with %s", Setting.PREFIX));
    }
    return Optional.of(problem(key, "is longer than %s characters", MAX_KEY_LENGTH))
        .filter(problem -> key.length() > MAX_KEY_LENGTH);
  }

  /**
   * Whether a database can store the text: UTF-8 can't encode half a character, and PostgreSQL
   * refuses U+0000.
   */
  private static boolean isStorable(String text) {
    return Text.isWellFormed(text) && text.indexOf('\0') < 0;
  }

  private static Optional<SettingProblem> nobody(HelpshiftSettings settings) {
    return settings.identities().containsKey(IdentityType.UID)
            || settings.identities().containsKey(IdentityType.EMAIL)
        ? Optional.empty()
        : Optional.of(
            problem(
                Setting.identityKey(IdentityType.UID),
                "is 'none', like the email: nobody could be signed in to Helpshift"));
  }

  private Optional<SettingProblem> unusableSecret(HelpshiftSettings settings) {
    String key = Setting.SECRET.key();
    Optional<String> reference =
        settings.secretReference().filter(text -> stored.isChange(key, text));
    if (reference.isPresent()) {
      try {
        ConfiguredSecret.ofSettings(reference.get()).resolve(session, settings.login());
      } catch (MissingSecretException e) {
        return Optional.of(problem(key, "can't be used. %s", e.reason()));
      }
    }
    return Optional.empty();
  }

  private static SettingProblem problem(String key, String pattern, Object... arguments) {
    return new SettingProblem(key, Reason.of(pattern, arguments), true);
  }
}
