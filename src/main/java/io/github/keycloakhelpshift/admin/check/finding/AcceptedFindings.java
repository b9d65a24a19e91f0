package io.github.keycloakhelpshift.admin.check.finding;

import io.github.keycloakhelpshift.settings.CommaList;
import java.util.List;
import java.util.Optional;

/**
 * The findings that an admin has accepted: {@code CODE}, or {@code CODE:<setting or client>},
 * separated by commas.
 */
public record AcceptedFindings(List<Entry> entries) {

  /**
   * One accepted code.
   *
   * @param about the setting, client or client scope; empty: any
   */
  public record Entry(String code, Optional<String> about) {

    private static Entry parse(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new Entry(text, Optional.empty())
          : new Entry(
              text.substring(0, colon).strip(), Optional.of(text.substring(colon + 1).strip()));
    }

    boolean accepts(Finding finding) {
      return code.equals(finding.code().name()) && about.map(finding.place()::isNamed).orElse(true);
    }
  }

  public static AcceptedFindings parse(String text) {
    return new AcceptedFindings(new CommaList(text).parts().map(Entry::parse).toList());
  }

  public boolean accept(Finding finding) {
    return entries.stream().anyMatch(entry -> entry.accepts(finding));
  }
}
