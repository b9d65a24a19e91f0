package io.github.keycloakhelpshift.admin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.admin.check.finding.AcceptedFindings;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.FindingTexts;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckReportTest {

  private static final List<Finding> FINDINGS =
      List.of(
          Finding.of(
              Code.SETTING_INVALID, Place.REALM.setting("helpshift.domain"), "helpshift.domain"),
          Finding.of(Code.CLIENT_ANY_WEB_ORIGIN, Place.ofClient("web"), "web"),
          Finding.of(Code.CLIENT_ANY_WEB_ORIGIN, Place.ofClient("game"), "game"),
          Finding.of(Code.SCOPE_OPTIONAL, Place.ofScope("helpshift"), "helpshift"));

  @ParameterizedTest(name = "[{0}]: {1}, {2}, {3}; accepted: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                     | 1 | 2 | 1 | 0",
        "CLIENT_ANY_WEB_ORIGIN                                  | 1 | 0 | 1 | 2",
        "CLIENT_ANY_WEB_ORIGIN:web                              | 1 | 1 | 1 | 1",
        "CLIENT_ANY_WEB_ORIGIN : web , SCOPE_OPTIONAL:helpshift | 1 | 1 | 0 | 2",
        "SETTING_INVALID:helpshift.domain                       | 0 | 2 | 1 | 1",
        "SETTING_INVALID:helpshift.tags                         | 1 | 2 | 1 | 0",
        "client_any_web_origin                                  | 1 | 2 | 1 | 0",
      })
  @DisplayName("accepted findings are apart and do not count")
  void accepted(String text, int errors, int warnings, int infos, int accepted) {
    CheckReport report =
        CheckReport.of(FINDINGS, AcceptedFindings.parse(text), new FindingTexts(Locale.ENGLISH));

    assertThat(List.of(report.errors(), report.warnings(), report.infos()))
        .containsExactly((long) errors, (long) warnings, (long) infos);
    assertThat(report.accepted()).hasSize(accepted);
    assertThat(report.findings())
        .hasSize(FINDINGS.size() - accepted)
        .noneMatch(report.accepted()::contains);
  }
}
