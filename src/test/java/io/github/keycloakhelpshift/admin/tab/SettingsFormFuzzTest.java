package io.github.keycloakhelpshift.admin.tab;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.fuzz.FuzzedLines;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/** The tab's form, whatever a browser sends in it, says settings or is refused; and shows them. */
class SettingsFormFuzzTest {

  @FuzzTest
  void showsWhatItReads(FuzzedDataProvider data) throws InvalidInputException {
    FuzzedLines lines = new FuzzedLines(data);
    SortedMap<String, String> said;
    try {
      OpenForm.savedBy(form(lines, UnaryOperator.identity()))
          .ifPresent(open -> assertThat(open.show()).isNotEmpty());
      said = SettingsForm.read(form(lines, UnaryOperator.identity()));
    } catch (InvalidInputException e) {
      assertMessageHoldsNoValue(lines);
      return;
    }

    SortedMap<String, String> shown = SettingsForm.read(SettingsForm.show(said));

    assertThat(SettingsForm.read(SettingsForm.show(shown))).isEqualTo(shown);
    assertThat(shown).containsAllEntriesOf(withoutTags(said));
    assertThat(SettingsReader.read(shown, Map.of()).settings().tags())
        .isEqualTo(SettingsReader.read(said, Map.of()).settings().tags());
    assertThat(SettingsReader.read(shown, Map.of()).problems())
        .isEqualTo(SettingsReader.read(said, Map.of()).problems());
  }

  /** The form writes a list its own way. */
  private static Map<String, String> withoutTags(Map<String, String> settings) {
    Map<String, String> others = new TreeMap<>(settings);
    others.remove("helpshift.tags");
    return others;
  }

  private static MultivaluedHashMap<String, String> form(
      FuzzedLines lines, UnaryOperator<String> change) {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    for (ProviderConfigProperty property : SettingsForm.properties()) {
      List<String> values = lines.values("form", property.getName());
      if (!values.isEmpty()) {
        form.put(property.getName(), values.stream().map(change).toList());
      }
    }
    lines
        .values("form", OpenForm.PROPERTY.getName())
        .forEach(value -> form.add(OpenForm.PROPERTY.getName(), value));
    return form;
  }

  private static void assertMessageHoldsNoValue(FuzzedLines lines) {
    try {
      SettingsForm.read(form(lines, Canary::in));
    } catch (InvalidInputException e) {
      Canary.assertNotIn(e.getMessage());
    }
  }
}
