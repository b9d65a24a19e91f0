package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.fuzz.Contract;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import io.github.keycloakhelpshift.fuzz.FuzzedPerson;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.Violation;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import java.util.Map;

/** For any settings and any person: Helpshift accepts the token, or there is no token. */
class MappedIdentitiesFuzzTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @FuzzTest
  void makesATokenThatHelpshiftTakes(FuzzedDataProvider data) {
    FuzzedLines lines = new FuzzedLines(data);
    Person person = FuzzedPerson.of(lines);
    HelpshiftSettings settings =
        new SettingsReader(WebChatHosts.HELPSHIFT)
            .read(lines.section("realm"), Map.of())
            .settings();

    MappedIdentities mapped = new IdentityMapper(person, settings).mapped();
    MappedUserData userData = new UserDataMapper(person, settings, UserDataRecipient.USER).mapped();

    assertThat(mapped.identities().size() + mapped.leftOut().size())
        .isEqualTo(settings.identities().size());
    assertSigned(mapped);
    Contract.assertUserData(userData.global());
    Contract.assertUserData(userData.app());
    assertReasonsHoldNoValue(lines, settings);
  }

  private static void assertSigned(MappedIdentities mapped) {
    try {
      String token =
          IdentityTokenSigner.sign(
              mapped.toToken(), SharedSecret.of(SECRET, LoginMethod.IDENTITIES));
      ObjectNode payload = Jose.verified(token, SECRET);
      assertThat(payload.fieldNames()).toIterable().containsExactlyInAnyOrder("identities", "iat");
      assertThat(payload.get("iat").isIntegralNumber()).isTrue();
      Contract.assertIdentities(payload.get("identities"), mapped.fullPrivacy());
    } catch (InvalidIdentityException e) {
      assertThat(e.violation()).isEqualTo(Violation.USERID_AND_EMAIL_MISSING);
      assertThat(mapped.fullPrivacy()).isFalse();
    }
  }

  private static void assertReasonsHoldNoValue(FuzzedLines lines, HelpshiftSettings settings) {
    Person marked = FuzzedPerson.of(lines, Canary::in);
    new IdentityMapper(marked, settings)
        .mapped()
        .leftOut()
        .forEach(one -> Canary.assertNotIn(one.code() + one.description()));
    new UserDataMapper(marked, settings, UserDataRecipient.USER)
        .mapped()
        .leftOut()
        .forEach(reason -> Canary.assertNotIn(reason.toString()));
  }
}
