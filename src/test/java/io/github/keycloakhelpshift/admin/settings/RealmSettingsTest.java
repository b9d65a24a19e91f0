package io.github.keycloakhelpshift.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;
import org.keycloak.vault.VaultTranscriber;

class RealmSettingsTest {

  private final Map<String, String> attributes = new HashMap<>();
  private final RealmModel realm = mock(RealmModel.class);
  private final KeycloakSession session = mock(KeycloakSession.class);
  private final RealmSettings settings = new RealmSettings(realm);
  private final SettingsValidation validation =
      new SettingsValidation(session, settings, new SettingsReader(WebChatHosts.HELPSHIFT));

  @BeforeEach
  void realm() {
    when(realm.getAttributes()).thenReturn(attributes);
    when(realm.getAttribute(anyString()))
        .thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
    doAnswer(call -> attributes.put(call.getArgument(0), call.<String>getArgument(1)))
        .when(realm)
        .setAttribute(anyString(), anyString());
    doAnswer(call -> attributes.remove(call.<String>getArgument(0)))
        .when(realm)
        .removeAttribute(anyString());
  }

  @Test
  void readsOurKeysAlone() {
    attributes.putAll(Map.of("helpshift.domain", "happyapps", "frontendUrl", "https://x"));

    assertThat(settings.read()).containsOnly(Map.entry("helpshift.domain", "happyapps"));
  }

  @Test
  void showsAVaultReferenceAndNeverALiteralSecret() {
    attributes.put("helpshift.secret", "a-literal-secret");
    attributes.put("helpshift.Shared_Secret", "another");
    assertThat(settings.read()).isEmpty();

    attributes.put("helpshift.secret", "${vault.helpshift}");
    assertThat(settings.read()).containsKey("helpshift.secret");
  }

  @Test
  void keepsTheRealmsOwnAmongOtherAttributes() {
    attributes.putAll(Map.of("helpshift.domain", "happyapps", "helpshift.secret", "literal"));
    Map<String, String> stale =
        new HashMap<>(
            Map.of("helpshift.domain", "old", "helpshift.tags", "role:vip", "own", "new"));

    settings.keep(stale);

    assertThat(stale)
        .isEqualTo(
            Map.of("helpshift.domain", "happyapps", "helpshift.secret", "literal", "own", "new"));
  }

  @Test
  void aCustomFieldMayBeCalledASecret() {
    Map<String, String> wanted =
        Map.of("helpshift.user_data.global.custom_user_fields.secret_level", "level");
    assertThat(problems(wanted)).isEmpty();
    settings.write(wanted);

    assertThat(settings.read()).isEqualTo(wanted);
  }

  @Test
  void refusesWhatItWouldNotShow() {
    assertThat(problems(Map.of("helpshift.widget.clientSecret", "a-literal-secret")))
        .containsExactly("helpshift.widget.clientSecret");
    assertThat(problems(Map.of("helpshift.identity.secret.metadata.x", "a-literal-secret")))
        .containsExactly("helpshift.identity.secret.metadata.x");
  }

  @Test
  void refusesWhatADatabaseCanNotKeep() {
    assertThat(problems(Map.of("helpshift.widget.initialUserMessage", "a\0b")))
        .containsExactly("helpshift.widget.initialUserMessage");
    assertThat(problems(Map.of("helpshift.tags", "role:\uD83D"))).containsExactly("helpshift.tags");
    assertThat(problems(Map.of("helpshift.identity.uid.metadata.a\0b", "level")))
        .containsExactly("helpshift.identity.uid.metadata.a\0b");
  }

  @Test
  void writesOnlyWhatChanges() {
    attributes.putAll(
        Map.of(
            "helpshift.domain", "happyapps",
            "helpshift.platform_id", "p1",
            "helpshift.tags", "role:vip",
            "frontendUrl", "https://x"));

    assertThat(
            settings.write(
                Map.of(
                    "helpshift.domain", "happyapps",
                    "helpshift.platform_id", " p2 ",
                    "helpshift.tags", "")))
        .containsExactly("helpshift.platform_id", "helpshift.tags");

    assertThat(attributes)
        .containsOnly(
            Map.entry("helpshift.domain", "happyapps"),
            Map.entry("helpshift.platform_id", "p2"),
            Map.entry("frontendUrl", "https://x"));
    verify(realm, never()).setAttribute("helpshift.domain", "happyapps");
  }

  @Test
  void namesEveryInvalidValueByItsKey() {
    assertThat(
            problems(
                Map.of(
                    "helpshift.domain", "https://happyapps.helpshift.com/",
                    "helpshift.email_policy", "sometimes",
                    "frontendUrl", "https://x")))
        .containsExactly("frontendUrl", "helpshift.domain", "helpshift.email_policy");
  }

  @Test
  void refusesANewKeyThatIsNoSettingAndLetsAnOldOneBe() {
    assertThat(problems(Map.of("helpshift.domian", "happyapps")))
        .containsExactly("helpshift.domian");

    attributes.put("helpshift.domian", "happyapps");
    assertThat(problems(Map.of("helpshift.domian", "happyapps"))).isEmpty();
  }

  @Test
  void refusesSettingsByWhichNobodyCouldBeSignedIn() {
    assertThat(
            problems(Map.of("helpshift.identity.uid", "none", "helpshift.identity.email", "none")))
        .containsExactly("helpshift.identity.uid");
  }

  @Test
  void neverRepeatsASecret() {
    List<SettingProblem> problems =
        validation.problems(Map.of("helpshift.secret", "a-literal-secret"));

    assertThat(problems).hasSize(1);
    assertThat(problems.toString()).doesNotContain("a-literal-secret");
  }

  @Test
  void refusesAVaultReferenceThatDoesNotResolveUnlessItWasThere() {
    VaultTranscriber vault = mock(VaultTranscriber.class);
    VaultStringSecret nothing = mock(VaultStringSecret.class);
    when(session.vault()).thenReturn(vault);
    when(vault.getStringSecret(any())).thenReturn(nothing);
    when(nothing.get()).thenReturn(Optional.empty());

    assertThat(problems(Map.of("helpshift.secret", "${vault.x}")))
        .containsExactly("helpshift.secret");
    attributes.put("helpshift.secret", "${vault.x}");
    assertThat(problems(Map.of("helpshift.secret", "${vault.x}"))).isEmpty();
  }

  private List<String> problems(Map<String, String> wanted) {
    return validation.problems(wanted).stream().map(SettingProblem::key).toList();
  }
}
