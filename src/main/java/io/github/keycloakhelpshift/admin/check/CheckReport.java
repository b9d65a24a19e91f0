package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.admin.check.finding.AcceptedFindings;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.FindingRepresentation;
import io.github.keycloakhelpshift.admin.check.finding.FindingTexts;
import io.github.keycloakhelpshift.admin.check.finding.Severity;
import java.util.List;

/**
 * The result of the check.
 *
 * @param findings the findings that count, the worst first
 * @param accepted the findings that an admin has accepted; they do not count
 */
record CheckReport(
    long errors,
    long warnings,
    long infos,
    List<FindingRepresentation> findings,
    List<FindingRepresentation> accepted) {

  static CheckReport of(List<Finding> all, AcceptedFindings acceptance, FindingTexts texts) {
    List<Finding> open = all.stream().filter(finding -> !acceptance.accept(finding)).toList();
    return new CheckReport(
        count(open, Severity.ERROR),
        count(open, Severity.WARNING),
        count(open, Severity.INFO),
        open.stream().map(texts::of).toList(),
        all.stream().filter(acceptance::accept).map(texts::of).toList());
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.code().severity() == severity).count();
  }
}
