package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;

class MappedUserDataTest {

  private final People keycloak = new People();

  @Test
  @DisplayName("nothing set: nothing to send, in either scope")
  void nothing() {
    MappedUserData mapped = map(Map.of());

    assertThat(json(mapped.global())).isEmpty();
    assertThat(json(mapped.app())).isEmpty();
    assertThat(mapped.leftOut()).isEmpty();
    assertThat(json(MappedUserData.NONE.global())).isEmpty();
    assertThat(json(MappedUserData.NONE.app())).isEmpty();
  }

  @Test
  @DisplayName("each field in its scope, custom fields as a map of their own")
  void fields() {
    // given
    keycloak
        .attribute("firstName", " Zoe ")
        .attribute("level", "12")
        .attribute("guild", "Foxes")
        .note("appVersion", "1.2.3");

    // when
    MappedUserData mapped =
        map(
            Map.of(
                "helpshift.user_data.global.first_name", "firstName",
                "helpshift.user_data.global.last_name", "lastName",
                "helpshift.user_data.global.custom_user_fields.guild", "guild",
                "helpshift.user_data.app.app_version", "note:appVersion",
                "helpshift.user_data.app.custom_user_fields.level", "level"));

    // then
    assertThat(json(mapped.global()))
        .containsOnly(
            entry("first_name", "Zoe"), entry("custom_user_fields", Map.of("guild", "Foxes")));
    assertThat(json(mapped.app()))
        .containsOnly(
            entry("app_version", "1.2.3"), entry("custom_user_fields", Map.of("level", "12")));
    assertThat(mapped.leftOut()).isEmpty();
  }

  @Test
  @DisplayName("a field whose value is hidden is left out and named, one without a value is not")
  void hidden() {
    keycloak.attribute("firstName", "Zoe");
    Map<String, String> settings =
        Map.of(
            "helpshift.user_data.global.first_name", "firstName",
            "helpshift.user_data.global.last_name", "lastName");

    MappedUserData mapped =
        new UserDataMapper(
                keycloak.hiding("firstName", "lastName"),
                new SettingsReader(WebChatHosts.HELPSHIFT).read(settings, Map.of()).settings(),
                UserDataRecipient.USER)
            .mapped();

    assertThat(json(mapped.global())).isEmpty();
    assertThat(mapped.leftOut())
        .extracting(Reason::toString)
        .containsExactly("global.first_name is hidden from the viewer");
  }

  @Test
  @DisplayName("a field that Helpshift would refuse is left out with its reason, and the rest goes")
  void leftOut() {
    // given
    keycloak
        .attribute("age", "Zz7")
        .attribute("version", "Zz7-1234567890")
        .attribute("guild", "Zz7".repeat(100))
        .attribute("firstName", "Zoe");

    // when
    MappedUserData mapped =
        map(
            Map.of(
                "helpshift.user_data.global.first_name", "firstName",
                "helpshift.user_data.global.age", "age",
                "helpshift.user_data.global.custom_user_fields.guild", "guild",
                "helpshift.user_data.app.app_version", "version"));

    // then
    assertThat(mapped.leftOut())
        .extracting(Reason::toString)
        .containsExactlyInAnyOrder(
            "global.age is not a whole number from 1 to 149",
            "global.custom_user_fields.guild is not text of at most 255 characters",
            "app.app_version is not text of at most 10 characters");
    assertThat(json(mapped.global())).containsOnly(entry("first_name", "Zoe"));
    assertThat(json(mapped.app())).isEmpty();
  }

  @Test
  @DisplayName("no page gets a field that is server only; the bulk import does")
  void serverOnly() {
    keycloak.attribute("spend", "12.5").attribute("age", "30").attribute("tier", "gold");
    Map<String, String> settings =
        Map.of(
            "helpshift.user_data.app.last_90d_spend", "spend",
            "helpshift.user_data.global.custom_user_fields.tier", "tier",
            "helpshift.user_data.global.age", "age",
            "helpshift.user_data.server_only",
                "app.last_90d_spend, global.custom_user_fields.tier");

    MappedUserData page = map(settings);
    MappedUserData bulk = map(settings, UserDataRecipient.BULK_IMPORT);

    assertThat(json(page.app())).isEmpty();
    assertThat(json(page.global())).containsOnly(entry("age", "30"));
    assertThat(page.leftOut()).isEmpty();
    assertThat(json(bulk.app())).containsOnly(entry("last_90d_spend", "12.5"));
    assertThat(json(bulk.global()))
        .containsOnly(entry("age", "30"), entry("custom_user_fields", Map.of("tier", "gold")));
  }

  @ParameterizedTest(name = "{0} characters: by the page {1}, in the bulk import {2}")
  @DisplayName("a multi-line custom field may be longer, and longest in the bulk import")
  @CsvSource({
    "255, true, true",
    "256, true, true",
    "1000, true, true",
    "1001, false, true",
    "100000, false, true",
    "100001, false, false"
  })
  void multiline(int length, boolean page, boolean bulk) {
    keycloak.attribute("bio", "Zz7\n" + "x".repeat(length - 4));
    Map<String, String> settings =
        Map.of(
            "helpshift.user_data.global.custom_user_fields.bio", "bio",
            "helpshift.user_data.multiline", "global.bio");

    assertMultiline(map(settings), page, "1,000");
    assertMultiline(map(settings, UserDataRecipient.BULK_IMPORT), bulk, "100,000");
  }

  private static void assertMultiline(MappedUserData mapped, boolean there, String limit) {
    assertThat(mapped.global().customFields().containsKey("bio")).isEqualTo(there);
    if (there) {
      assertThat(mapped.leftOut()).isEmpty();
    } else {
      assertThat(mapped.leftOut())
          .singleElement()
          .asString()
          .startsWith("global.custom_user_fields.bio is not text of at most " + limit)
          .doesNotContain("Zz7");
    }
  }

  @Nested
  class Tags {

    @Test
    @DisplayName("realm roles that the person has, in the order of the list")
    void roles() {
      role("vip", true);
      role("beta", true);
      role("staff", false);

      assertThat(tags("role:vip,role:staff,role:beta,role:nowhere"))
          .isEqualTo(List.of("vip", "beta"));
    }

    @Test
    @DisplayName("a member of a subgroup is in the groups above it too")
    void parentGroup() {
      GroupModel players = group("players", null);
      GroupModel europe = group("europe", players);
      group("asia", players);
      memberOf(europe);

      assertThat(tags("group:/players,group:/players/europe,group:/players/asia,group:/europe"))
          .isEqualTo(List.of("players", "europe"));
    }

    @Test
    @DisplayName("a member of a group is not in the groups below it")
    void subgroup() {
      GroupModel players = group("players", null);
      group("europe", players);
      memberOf(players);

      assertThat(tags("group:/players/europe")).isEmpty();
    }

    @Test
    @DisplayName("a group whose name holds a slash does not get the tag of another group")
    void slashInAName() {
      memberOf(group("players/beta", null), group("b", group("a/b", null)));

      assertThat(tags("group:/players/beta,group:/a/b/b,group:/players,group:/a/b")).isEmpty();
    }

    @Test
    @DisplayName("a role and a group of one name are one tag")
    void sameName() {
      role("vip", true);
      memberOf(group("vip", null));

      assertThat(tags("role:vip,group:/vip")).isEqualTo(List.of("vip"));
    }

    @Test
    @DisplayName("those that the person does not have are to be removed, unless a setting says no")
    void removed() {
      role("vip", false);
      role("beta", true);
      Map<String, String> settings =
          Map.of("helpshift.tags", "role:vip,group:/beta,group:/staff,role:beta");

      assertThat(json(map(settings).global()))
          .isEqualTo(
              Map.of("new_tags", List.of("beta"), "tags_to_remove", List.of("vip", "staff")));

      Map<String, String> kept = new HashMap<>(settings);
      kept.put("helpshift.tags_removed", "false");
      assertThat(json(map(kept).global())).isEqualTo(Map.of("new_tags", List.of("beta")));
    }

    @Test
    @DisplayName("tags are global, never of the app")
    void global() {
      role("vip", true);

      assertThat(json(map(Map.of("helpshift.tags", "role:vip")).app())).isEmpty();
    }

    @Test
    @DisplayName("tag 100, and 30 entries a collection: the others go")
    void limits() {
      // given
      String longName = "x".repeat(101);
      role(longName, true);
      String thirtyOne =
          IntStream.rangeClosed(1, 31)
              .mapToObj(
                  i -> {
                    role("tag" + i, true);
                    return "role:tag" + i;
                  })
              .collect(Collectors.joining(","));

      // when
      MappedUserData mapped = map(Map.of("helpshift.tags", "role:" + longName + "," + thirtyOne));

      // then
      assertThat(mapped.leftOut())
          .extracting(Reason::toString)
          .containsExactly(
              "tag " + longName + " is not text of at most 100 characters",
              "tag tag31 is over the 30 tags of one update");
      assertThat(mapped.global().newTags()).hasSize(30);
    }

    @Test
    @DisplayName("without tags in the settings nobody's groups are read: it may cost a query")
    void noNeedlessLookUp() {
      map(Map.of());

      verify(keycloak.user, never()).getGroupsStream();
    }
  }

  private MappedUserData map(Map<String, String> attributes) {
    return map(attributes, UserDataRecipient.USER);
  }

  private MappedUserData map(Map<String, String> attributes, UserDataRecipient recipient) {
    return new UserDataMapper(
            keycloak.person(),
            new SettingsReader(WebChatHosts.HELPSHIFT).read(attributes, Map.of()).settings(),
            recipient)
        .mapped();
  }

  private static Map<String, Object> json(UserData data) {
    MappedUserData mapped = new MappedUserData(data, data, List.of());
    return new ObjectMapper()
        .convertValue(new UserDataRepresentation(mapped).global(), new TypeReference<>() {});
  }

  private List<String> tags(String list) {
    MappedUserData mapped = map(Map.of("helpshift.tags", list));
    assertThat(mapped.leftOut()).isEmpty();
    return mapped.global().newTags();
  }

  private void role(String name, boolean granted) {
    RoleModel role = mock(RoleModel.class);
    when(keycloak.realm.getRole(name)).thenReturn(role);
    when(keycloak.user.hasRole(role)).thenReturn(granted);
  }

  private static GroupModel group(String name, GroupModel parent) {
    GroupModel group = mock(GroupModel.class);
    when(group.getName()).thenReturn(name);
    when(group.getParent()).thenReturn(parent);
    return group;
  }

  private void memberOf(GroupModel... groups) {
    when(keycloak.user.getGroupsStream()).thenAnswer(call -> Arrays.stream(groups));
  }
}
