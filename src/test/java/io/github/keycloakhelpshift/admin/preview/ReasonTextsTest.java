package io.github.keycloakhelpshift.admin.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.identity.Violation;
import io.github.keycloakhelpshift.user.Ineligible;
import io.github.keycloakhelpshift.user.LeftOut;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

  @Test
  @DisplayName("each reason has a German sentence")
  void german() throws IllegalAccessException {
    for (String reason : reasons()) {
      assertThat(said(reason, Locale.GERMANY)).as(reason).isNotEqualTo("in English").endsWith(".");
    }
  }

  @Test
  @DisplayName("in other languages the code's own words count, which may be more exact")
  void english() {
    assertThat(said(LeftOut.ABSENT, Locale.ENGLISH)).isEqualTo("in English");
    assertThat(said(LeftOut.ABSENT, Locale.FRENCH)).isEqualTo("in English");
  }

  private static String said(String reason, Locale language) {
    return new ReasonTexts(language).describe(reason, "in English");
  }

  private static List<String> reasons() throws IllegalAccessException {
    List<String> reasons = new ArrayList<>(List.of("CLIENT_NOT_OPTED_IN", "SECRET_UNUSABLE"));
    Arrays.stream(Violation.values()).map(Enum::name).forEach(reasons::add);
    Arrays.stream(Ineligible.values()).map(Enum::name).forEach(reasons::add);
    for (Field constant : LeftOut.class.getFields()) {
      if (!constant.getName().equals("HIDING")) {
        reasons.add((String) constant.get(null));
      }
    }
    return reasons;
  }
}
