package io.github.keycloakhelpshift.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;
import org.keycloak.vault.VaultTranscriber;

/** The realm has exactly the accepted settings afterwards, and tokens are made with them. */
class RealmSettingsFuzzTest {

  @FuzzTest
  void readsWhatItWrote(FuzzedDataProvider data) throws BrokenSettingsException {
    FuzzedLines lines = new FuzzedLines(data);
    Map<String, String> attributes = lines.section("realm");
    Map<String, String> others = others(attributes);
    Map<String, String> wanted = lines.section("wanted");
    RealmModel realm = realm(attributes);
    RealmSettings settings = new RealmSettings(realm);
    SettingsReader reader = new SettingsReader(WebChatHosts.HELPSHIFT);
    SettingsValidation validation =
        new SettingsValidation(session(lines.section("vault")), settings, reader);

    assertMessagesHoldNoValue(validation, wanted);
    if (!validation.problems(wanted).isEmpty()) {
      return;
    }
    settings.write(wanted);

    assertThat(settings.read()).isEqualTo(present(wanted));
    assertThat(others(attributes)).isEqualTo(others);
    assertThat(validation.problems(settings.read())).isEmpty();
    assertThat(settings.write(settings.read())).isEmpty();
    assertThat(reader.read(attributes, Map.of()).orThrow().identities()).isNotEmpty();
    assertDatabaseKeeps(attributes);
  }

  private static void assertMessagesHoldNoValue(
      SettingsValidation validation, Map<String, String> wanted) {
    for (SettingProblem problem : validation.problems(Canary.in(wanted))) {
      Canary.assertNotIn(problem.reason().toString());
    }
  }

  /**
   * Checks that a database can store the attributes: UTF-8 can encode them, and they contain no
   * U+0000.
   */
  private static void assertDatabaseKeeps(Map<String, String> attributes) {
    for (String key : new RealmSettings(realm(attributes)).read().keySet()) {
      for (String text : List.of(key, attributes.get(key))) {
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .isEqualTo(text)
            .doesNotContain("\0");
      }
    }
  }

  private static Map<String, String> present(Map<String, String> wanted) {
    Map<String, String> present = new TreeMap<>();
    wanted.forEach(
        (key, value) -> {
          if (!value.isBlank()) {
            present.put(key, value.strip());
          }
        });
    return present;
  }

  private static Map<String, String> others(Map<String, String> attributes) {
    Map<String, String> others = new TreeMap<>(attributes);
    others.keySet().removeIf(key -> key.startsWith(Setting.PREFIX));
    return others;
  }

  private static RealmModel realm(Map<String, String> attributes) {
    return mock(
        RealmModel.class,
        withSettings()
            .stubOnly()
            .defaultAnswer(
                call ->
                    switch (call.getMethod().getName()) {
                      case "getAttributes" -> attributes;
                      case "getAttribute" -> attributes.get(call.<String>getArgument(0));
                      case "setAttribute" -> {
                        attributes.put(call.getArgument(0), call.<String>getArgument(1));
                        yield null;
                      }
                      case "removeAttribute" -> {
                        attributes.remove(call.<String>getArgument(0));
                        yield null;
                      }
                      default -> null;
                    }));
  }

  /** A session whose vault holds those secrets. */
  private static KeycloakSession session(Map<String, String> secrets) {
    VaultTranscriber vault =
        mock(
            VaultTranscriber.class,
            withSettings()
                .stubOnly()
                .defaultAnswer(call -> new Secret(secrets.get(name(call.getArgument(0))))));
    return mock(KeycloakSession.class, withSettings().stubOnly().defaultAnswer(call -> vault));
  }

  private static String name(String reference) {
    return reference.replaceAll("^\\$\\{vault\\.|}$", "");
  }

  private record Secret(String text) implements VaultStringSecret {
    @Override
    public Optional<String> get() {
      return Optional.ofNullable(text);
    }

    @Override
    public void close() {
      // Nothing to close.
    }
  }
}
