package io.github.keycloakhelpshift.admin.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.identity.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCounterTest {

  @ParameterizedTest
  @CsvSource({"en, global.age is not a whole number", "de, global.age ist keine ganze Zahl"})
  @DisplayName("the reasons why profiles lack a field are in the admin's language")
  void language(String language, String reason) {
    ProfileCounter counter = new ProfileCounter(Locale.forLanguageTag(language));
    Reason lacking = Reason.of("%s %s", "global.age", Reason.of("is not a whole number"));

    counter.addProfile(List.of(lacking));
    counter.addProfile(List.of(lacking));
    counter.addProfile(List.of());
    counter.addLeftOut("DISABLED_USER");

    ProfileSummary summary = counter.summary(4, 10_000);
    assertThat(summary.userDataLeftOut()).containsOnly(Map.entry(reason, 2L));
    assertThat(summary.leftOut()).containsOnlyKeys("DISABLED_USER");
    assertThat(summary.users()).isEqualTo(4);
  }
}
