package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import io.github.keycloakhelpshift.user.Person;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

class BulkProfileTest {

  private final UserModel user = mock(UserModel.class);
  private final RealmModel realm = mock(RealmModel.class);
  private final RoleModel vip = mock(RoleModel.class);
  private final Map<String, String> settings = new HashMap<>();
  private UserDataScope scope = UserDataScope.GLOBAL;

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
    attribute("email", "ada@example.com");
    when(user.getEmail()).thenReturn("ada@example.com");
    when(user.isEmailVerified()).thenReturn(true);
  }

  @Test
  void hasTheShapeOfTheBulkCall() throws IOException {
    settings.put("helpshift.user_data.global.first_name", "firstName");
    settings.put("helpshift.user_data.global.full_name", "fullName");
    settings.put("helpshift.user_data.global.last_country", "country");
    settings.put("helpshift.user_data.global.last_active_date", "seen");
    settings.put("helpshift.user_data.global.custom_user_fields.level", "level");
    settings.put("helpshift.user_data.app.country", "country");
    settings.put("helpshift.identity.uid.metadata.tier", "level");
    settings.put("helpshift.tags", "role:vip");
    when(realm.getRole("vip")).thenReturn(vip);
    when(user.hasRole(vip)).thenReturn(true);
    attribute("firstName", "Ada");
    attribute("fullName", "Ada L");
    attribute("country", "GB");
    attribute("seen", "1700000000");
    attribute("level", "9");

    assertThat(json())
        .isEqualTo(
            "{'identities':[{'uid':'u-1'},{'email':'ada@example.com','verified':'true'}],"
                + "'last_active_date':'1700000000000','last_country':'GB',"
                + "'names':{'first_name':'Ada','full_name':'Ada L'},'tags':['vip'],"
                + "'custom_fields':{'level':'9'}}");
  }

  @Test
  void saysWhichFieldIsLeftOut() {
    settings.put("helpshift.user_data.global.age", "email");

    assertThat(profile().userDataLeftOut())
        .extracting(Reason::toString)
        .containsExactly("global.age is not a whole number from 1 to 149");
  }

  @Test
  void hasTheDataOfTheApp() throws IOException {
    scope = UserDataScope.APP;
    settings.put("helpshift.user_data.global.first_name", "email");
    settings.put("helpshift.user_data.app.last_90d_spend", "spend");
    settings.put("helpshift.user_data.app.custom_user_fields.guild", "guild");
    settings.put("helpshift.user_data.server_only", "app.last_90d_spend");
    attribute("spend", "12.5");
    attribute("guild", "Owls");

    assertThat(json()).endsWith("}],'last_90d_spend':'12.5','custom_fields':{'guild':'Owls'}}");
  }

  @Test
  void hasWhatNoPageGets() throws IOException {
    settings.put("helpshift.user_data.global.lifetime_value", "value");
    settings.put("helpshift.user_data.global.custom_user_fields.bio", "bio");
    settings.put("helpshift.user_data.server_only", "global.lifetime_value");
    settings.put("helpshift.user_data.multiline", "global.bio");
    attribute("value", "99");
    attribute("bio", "x".repeat(100_000));

    assertThat(json())
        .endsWith(
            "}],'lifetime_value':'99','custom_fields':{'bio':'" + "x".repeat(100_000) + "'}}");
  }

  @Test
  void saysOfAnAddressThatNobodyVerifiedThatItIsNot() throws IOException {
    settings.put("helpshift.email_policy", "any");
    when(user.isEmailVerified()).thenReturn(false);

    assertThat(json())
        .isEqualTo("{'identities':[{'uid':'u-1'},{'email':'ada@example.com','verified':'false'}]}");
  }

  @Test
  void isTheUidAloneUnderFullPrivacyAndSaysSo() throws IOException {
    settings.put("helpshift.full_privacy", "true");
    settings.put("helpshift.user_data.global.first_name", "email");

    assertThat(json()).isEqualTo("{'identities':[{'uid':'u-1'}],'full_privacy_enabled':true}");
  }

  @Test
  void saysWhyAUserIsLeftOut() {
    settings.put("helpshift.identity.uid", "number");
    assertThat(profile().leftOut()).contains("uid:ABSENT");
    assertThat(profile().json()).isEmpty();

    attribute("number", "7".repeat(751));
    assertThat(profile().leftOut()).contains("uid:TOO_LONG");

    settings.put("helpshift.identity.uid", "none");
    assertThat(profile().leftOut()).contains("uid:NOT_MAPPED");

    when(user.isEnabled()).thenReturn(false);
    assertThat(profile().leftOut()).contains("DISABLED_USER");
  }

  private void attribute(String name, String value) {
    when(user.getFirstAttribute(name)).thenReturn(value);
  }

  /** The profile as it is written, with single quotation marks. */
  private String json() throws IOException {
    return new ObjectMapper().writeValueAsString(profile().json().orElseThrow()).replace('"', '\'');
  }

  private BulkProfile profile() {
    return BulkProfile.of(
        Person.seenBy(any -> true, mock(KeycloakSession.class), realm, user),
        new SettingsReader(WebChatHosts.HELPSHIFT).read(settings, Map.of()).settings(),
        scope);
  }
}
