package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Any content of a realm's attributes and a mapper's config is read, or is a problem with a name.
 */
class SettingsReaderFuzzTest {

  private static final Set<String> NEVER_BY_HAND =
      Set.of("platformId", "domain", "authenticateWith", "userId", "userEmail", "userAuthToken");

  @FuzzTest
  void isReadOrNamedAsAProblem(FuzzedDataProvider data) {
    FuzzedLines lines = new FuzzedLines(data);
    Map<String, String> realm = lines.section("realm");
    Map<String, String> mapper = lines.section("mapper");

    SettingsReader.Result result = new SettingsReader(WebChatHosts.HELPSHIFT).read(realm, mapper);

    assertSound(result.settings());
    assertProblemsNameKeys(result.problems(), realm, mapper);
    assertTokensNeedSoundSettings(result);
    new SettingsReader(WebChatHosts.HELPSHIFT)
        .read(Canary.in(realm), Canary.in(mapper))
        .problems()
        .forEach(problem -> Canary.assertNotIn(problem.reason().toString()));
  }

  private static void assertSound(HelpshiftSettings settings) {
    settings
        .domain()
        .ifPresent(
            domain -> assertThat(domain).matches("[A-Za-z0-9]([A-Za-z0-9-]*)").hasSizeLessThan(64));
    settings.platformId().ifPresent(id -> assertThat(id).matches("[\\w.-]{1,255}"));
    settings
        .secretReference()
        .ifPresent(reference -> assertThat(reference).startsWith("${vault.").endsWith("}"));
    assertThat(settings.widget().keySet()).doesNotContainAnyElementsOf(NEVER_BY_HAND);
    assertThat(settings.widget().values())
        .allMatch(
            value ->
                value instanceof Boolean || value instanceof Integer || value instanceof String);
    URI webChat = settings.webChatUrl();
    assertThat(webChat.getHost()).isNotEmpty();
    assertThat(webChat.toString())
        .startsWith("http")
        .doesNotContain("\"", "<", ">", "@" + webChat.getHost());
    if (webChat.getScheme().equals("http")) {
      assertThat(webChat.getHost()).isIn("localhost", "127.0.0.1", "[::1]");
    }
  }

  private static void assertProblemsNameKeys(
      List<SettingProblem> problems, Map<String, String> realm, Map<String, String> mapper) {
    for (SettingProblem problem : problems) {
      assertThat(realm.containsKey(problem.key()) || mapper.containsKey(problem.key())).isTrue();
      assertThat(problem.key()).startsWith(Setting.PREFIX);
    }
  }

  private static void assertTokensNeedSoundSettings(SettingsReader.Result result) {
    boolean fatal = result.problems().stream().anyMatch(SettingProblem::fatal);
    try {
      result.orThrow();
      assertThat(fatal).isFalse();
    } catch (BrokenSettingsException e) {
      assertThat(fatal).isTrue();
    }
  }
}
