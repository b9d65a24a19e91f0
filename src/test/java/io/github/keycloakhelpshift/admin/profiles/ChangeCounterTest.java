package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import io.github.keycloakhelpshift.user.Person;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

class ChangeCounterTest {

  private static final String STEAM = "helpshift.identity.steam_id";
  private static final String PRIVACY = "helpshift.full_privacy";

  private final UserModel user = mock(UserModel.class);

  @BeforeAll
  static void features() {
    Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.TRANSIENT_USERS, false));
  }

  @AfterAll
  static void noFeatures() {
    Profile.reset();
  }

  @BeforeEach
  void user() {
    when(user.getId()).thenReturn("u-1");
    when(user.isEnabled()).thenReturn(true);
    attribute("steam", "76");
    attribute("minor", "true");
  }

  @Test
  @DisplayName("counts what is gained, lost and changed, with the reason of a loss")
  void counts() {
    Map<String, String> steam = Map.of(STEAM, "steam");

    assertThat(change(Map.of(), steam).changes()).isEqualTo(Map.of("steam_id", ChangeCount.GAIN));
    assertThat(change(steam, Map.of()).changes())
        .isEqualTo(Map.of("steam_id", ChangeCount.loss("NOT_MAPPED")));
    assertThat(change(steam, Map.of(STEAM, "none", PRIVACY, "true")).changes())
        .isEqualTo(Map.of("steam_id", ChangeCount.loss("NOT_MAPPED")));
    assertThat(change(steam, Map.of(STEAM, "steam", PRIVACY, "minor")).changes())
        .isEqualTo(Map.of("steam_id", ChangeCount.loss("FULL_PRIVACY")));
    assertThat(change(Map.of(), Map.of("helpshift.identity.uid", "steam")).changes())
        .isEqualTo(Map.of("uid", ChangeCount.OTHER_VALUE));
    assertThat(change(Map.of(), Map.of("helpshift.identity.uid", "absent")).changes())
        .isEqualTo(
            Map.of(
                "uid", ChangeCount.loss("ABSENT"), "everything", ChangeCount.loss("uid:ABSENT")));
  }

  @Test
  @DisplayName("counts no change for a user who can have no token")
  void ineligible() {
    when(user.isEnabled()).thenReturn(false);

    assertThat(change(Map.of(), Map.of(STEAM, "steam")))
        .isEqualTo(new ChangeSummary(1, 0, new TreeMap<>()));
  }

  @ParameterizedTest(name = "full privacy from {0} to {1}")
  @CsvSource({"false, minor", "minor, false", "minor, true", "minor, minor"})
  @DisplayName("does not tell a hidden value by what full privacy changes")
  void hidden(String before, String after) {
    ChangeCounter counter =
        new ChangeCounter(
            settings(Map.of(STEAM, "steam", PRIVACY, before)),
            settings(Map.of(STEAM, "psn", PRIVACY, after)));

    counter.add(
        Person.seenBy(
            name -> !name.equals("minor"),
            mock(KeycloakSession.class),
            mock(RealmModel.class),
            user));

    assertThat(counter.summary().hidden()).isEqualTo(1);
    assertThat(counter.summary().changes()).isEmpty();
  }

  private ChangeSummary change(Map<String, String> before, Map<String, String> after) {
    ChangeCounter counter = new ChangeCounter(settings(before), settings(after));
    counter.add(
        Person.seenBy(any -> true, mock(KeycloakSession.class), mock(RealmModel.class), user));
    return counter.summary();
  }

  private static HelpshiftSettings settings(Map<String, String> texts) {
    return new SettingsReader(WebChatHosts.HELPSHIFT).read(texts, Map.of()).settings();
  }

  private void attribute(String name, String value) {
    when(user.getFirstAttribute(name)).thenReturn(value);
  }
}
