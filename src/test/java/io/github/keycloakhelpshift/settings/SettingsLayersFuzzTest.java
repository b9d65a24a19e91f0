package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import java.util.Map;

/** Whatever a client's own mapper says, its people are who the realm says they are. */
class SettingsLayersFuzzTest {

  @FuzzTest
  void aClientSaysLessAndNeverMore(FuzzedDataProvider data) {
    FuzzedLines lines = new FuzzedLines(data);
    Map<String, String> realm = lines.section("realm");
    Map<String, String> scope = lines.section("scope");

    HelpshiftSettings without = read(realm, scope, Map.of());
    HelpshiftSettings with = read(realm, scope, lines.section("own"));

    assertIdentities(without, with);
    assertThat(with.webChatUrl()).isEqualTo(without.webChatUrl());
    assertThat(with.login()).isEqualTo(without.login());
    assertThat(with.loginPages()).isEqualTo(without.loginPages());
    assertThat(with.watchInterval()).isEqualTo(without.watchInterval());
    if (without.emailPolicy() == EmailPolicy.VERIFIED) {
      assertThat(with.emailPolicy()).isEqualTo(EmailPolicy.VERIFIED);
    }
    if (without.fullPrivacy().isOnForVisitors()) {
      assertThat(with.fullPrivacy().isOnForVisitors()).isTrue();
    }
    if (with.secretReference().isPresent()) {
      assertThat(with.secretReference()).isEqualTo(without.secretReference());
    }
  }

  private static void assertIdentities(HelpshiftSettings without, HelpshiftSettings with) {
    with.identities()
        .forEach(
            (type, mapping) -> {
              IdentityMapping before = without.identities().get(type);
              assertSame(before.value(), mapping.value());
              mapping
                  .metadata()
                  .forEach((key, source) -> assertSame(before.metadata().get(key), source));
            });
  }

  private static void assertSame(Source before, Source now) {
    if (now.kind() != Source.Kind.NONE) {
      assertThat(now).isEqualTo(before);
    }
  }

  private static HelpshiftSettings read(
      Map<String, String> realm, Map<String, String> scope, Map<String, String> own) {
    return new SettingsReader(WebChatHosts.HELPSHIFT)
        .read(new SettingsLayers(realm, scope, own))
        .settings();
  }
}
