package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The settings of a realm as text: its attributes {@code helpshift.*}, which forms and the admin
 * API show, validate and write.
 *
 * <p>A literal secret in an attribute is never among them: we do not show it, and the next write
 * removes it.
 */
public final class RealmSettings {

  /** The maximal length of a realm attribute's name in Keycloak's database. */
  private static final int MAX_KEY_LENGTH = 255;

  private RealmSettings() {}

  /** Returns the realm's current settings by key. */
  public static SortedMap<String, String> read(RealmModel realm) {
    SortedMap<String, String> settings = stored(realm);
    settings.keySet().removeIf(key -> isLiteralSecret(key, settings.get(key)));
    return settings;
  }

  /**
   * Whether the value is a secret itself, which everybody who may view the realm could read. The
   * name of a custom field can contain the word secret: its value is only a source.
   */
  public static boolean isLiteralSecret(String key, String value) {
    return key.startsWith(Setting.PREFIX)
        && key.toLowerCase(Locale.ROOT).contains("secret")
        && value != null
        && !value.isBlank()
        && !Values.isVaultReference(value.strip())
        && !SettingsReader.isSource(key);
  }

  /**
   * Returns the problems of those settings: invalid values, unknown keys, and settings that do not
   * fit together. An unknown key that the realm has already is no problem, so that settings of a
   * newer version survive.
   *
   * @param wanted all settings that the realm should have; blank counts as not set
   */
  public static List<SettingProblem> validate(
      KeycloakSession session, RealmModel realm, Map<String, String> wanted) {
    SortedMap<String, String> entries = present(wanted);
    List<SettingProblem> problems = new ArrayList<>();
    for (String key : entries.keySet()) {
      if (!isStorable(key) || !isStorable(entries.get(key))) {
        problems.add(new SettingProblem(key, "is not text that a database can keep", true));
      } else if (!key.startsWith(Setting.PREFIX)) {
        problems.add(
            new SettingProblem(key, "does not begin with %s", List.of(Setting.PREFIX), true));
      } else if (key.length() > MAX_KEY_LENGTH) {
        problems.add(
            new SettingProblem(
                key,
                "is longer than %s characters",
                List.of(String.valueOf(MAX_KEY_LENGTH)),
                true));
      }
    }
    SettingsReader.Result result = SettingsReader.read(entries, Map.of());
    for (SettingProblem problem : result.problems()) {
      if (problem.fatal() || isChange(realm, problem.key(), entries.get(problem.key()))) {
        problems.add(problem);
      }
    }
    entries.forEach(
        (key, value) -> {
          if (isLiteralSecret(key, value)
              && problems.stream().noneMatch(problem -> problem.key().equals(key))) {
            problems.add(
                new SettingProblem(
                    key, "looks like a secret, which does not belong in an attribute", true));
          }
        });
    if (problems.isEmpty()) {
      checkTogether(session, realm, result.settings(), problems);
    }
    return List.copyOf(problems);
  }

  /**
   * Writes those settings, which must be validated, to the realm. Removes missing and blank keys,
   * and does not touch unchanged ones.
   *
   * @return the keys that changed
   */
  public static SortedSet<String> write(RealmModel realm, Map<String, String> wanted) {
    SortedMap<String, String> target = present(wanted);
    SortedSet<String> keys = new TreeSet<>(stored(realm).keySet());
    keys.addAll(target.keySet());
    keys.removeIf(key -> !isChange(realm, key, target.get(key)));
    for (String key : keys) {
      String value = target.get(key);
      if (value == null) {
        realm.removeAttribute(key);
      } else {
        realm.setAttribute(key, value);
      }
    }
    return Collections.unmodifiableSortedSet(keys);
  }

  /** Replaces the settings among some attributes by the realm's current ones. */
  public static void keep(RealmModel realm, Map<String, String> attributes) {
    attributes.keySet().removeIf(key -> key.startsWith(Setting.PREFIX));
    attributes.putAll(stored(realm));
  }

  private static void checkTogether(
      KeycloakSession session,
      RealmModel realm,
      HelpshiftSettings settings,
      List<SettingProblem> problems) {
    if (!settings.identities().containsKey(IdentityType.UID)
        && !settings.identities().containsKey(IdentityType.EMAIL)) {
      problems.add(
          new SettingProblem(
              Setting.identityKey(IdentityType.UID),
              "is 'none', like the email: nobody could be signed in to Helpshift",
              true));
    }
    settings
        .secretReference()
        .filter(reference -> isChange(realm, Setting.SECRET.key(), reference))
        .ifPresent(
            reference -> {
              try {
                SharedSecrets.resolve(session, reference, Setting.SECRET.key(), settings.login());
              } catch (MissingSecretException e) {
                problems.add(
                    new SettingProblem(
                        Setting.SECRET.key(), "can't be used. %s", List.of(e.getMessage()), true));
              }
            });
  }

  /**
   * Whether a database can store the text: UTF-8 can't encode half a character, and PostgreSQL
   * refuses U+0000.
   */
  private static boolean isStorable(String text) {
    return Text.isWellFormed(text) && text.indexOf('\0') < 0;
  }

  /** Whether a value differs from the realm's; null: not set. */
  private static boolean isChange(RealmModel realm, String key, String value) {
    String current = realm.getAttribute(key);
    return value == null ? current != null : !value.equals(current);
  }

  static SortedMap<String, String> stored(RealmModel realm) {
    SortedMap<String, String> stored = new TreeMap<>();
    realm
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (key.startsWith(Setting.PREFIX) && value != null) {
                stored.put(key, value);
              }
            });
    return stored;
  }

  private static SortedMap<String, String> present(Map<String, String> settings) {
    SortedMap<String, String> present = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (value != null && !value.isBlank()) {
            present.put(key, value.strip());
          }
        });
    return present;
  }
}
