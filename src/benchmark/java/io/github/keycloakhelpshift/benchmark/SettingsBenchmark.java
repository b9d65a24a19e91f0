package io.github.keycloakhelpshift.benchmark;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the settings of a realm with sixty attributes, twenty of them ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SettingsBenchmark {

  private final Map<String, String> realmAttributes = realmAttributes();
  private final Map<String, String> mapperConfig =
      Map.of(
          "helpshift.claim.format", "token",
          "id.token.claim", "false",
          "access.token.claim", "false",
          "lightweight.claim", "false",
          "userinfo.token.claim", "false",
          "introspection.token.claim", "false");

  private static Map<String, String> realmAttributes() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      attributes.put("oauth2.someKeycloakSetting" + i, Integer.toString(i));
    }
    attributes.put("helpshift.domain", "happyapps");
    attributes.put(
        "helpshift.platform_id", "happyapps_platform_20260101000000000-abcdef0123456789");
    for (IdentityType type : IdentityType.values()) {
      attributes.put(Setting.identityKey(type), type.identifier());
    }
    attributes.remove(Setting.identityKey(IdentityType.UID));
    attributes.remove(Setting.identityKey(IdentityType.EMAIL));
    attributes.put("helpshift.identity.discord_id", "idp:discord");
    attributes.put("helpshift.identity.steam_id.metadata.name", "steamName");
    attributes.put("helpshift.identity.psn_id.metadata.region", "psnRegion");
    attributes.put("helpshift.user_data.global.first_name", "firstName");
    attributes.put("helpshift.user_data.global.preferred_language", "locale");
    attributes.put("helpshift.user_data.app.user_level", "level");
    attributes.put("helpshift.user_data.app.custom_user_fields.favourite_map", "favouriteMap");
    attributes.put("helpshift.tags", "role:vip,group:/beta");
    attributes.put("helpshift.widget.position", "bottom-left");
    return Map.copyOf(attributes);
  }

  /** What the first request after a change does; the others find the settings in SettingsCache. */
  @Benchmark
  public SettingsReader.Result read() {
    return new SettingsReader(WebChatHosts.HELPSHIFT).read(realmAttributes, mapperConfig);
  }
}
