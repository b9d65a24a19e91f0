package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.fuzz.Contract;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import java.util.Map;

/** Helpshift accepts every identity that can be made. */
class IdentityFuzzTest {

  @FuzzTest
  void keepsToTheContract(FuzzedDataProvider data) {
    FuzzedLines lines = new FuzzedLines(data);
    Map<String, String> metadata = lines.section("metadata");
    lines
        .section("value")
        .forEach(
            (identifier, value) ->
                IdentityType.of(identifier).ifPresent(type -> check(type, value, metadata)));
  }

  private static void check(IdentityType type, String value, Map<String, String> metadata) {
    try {
      Identity identity = new Identity(type, value, metadata);
      Contract.assertIdentity(type.identifier(), identity.value(), identity.metadata());
      assertThat(identity.value()).isEqualTo(value);
      assertThat(identity.metadata()).isEqualTo(metadata);
    } catch (InvalidIdentityException e) {
      assertThat(e.type()).hasValue(type);
      assertMessageHoldsNoValue(type, value, metadata);
    }
  }

  private static void assertMessageHoldsNoValue(
      IdentityType type, String value, Map<String, String> metadata) {
    try {
      Identity identity = new Identity(type, Canary.in(value), Canary.in(metadata));
      Canary.assertNotIn(identity.toString());
    } catch (InvalidIdentityException e) {
      Canary.assertNotIn(e.getMessage());
    }
  }
}
