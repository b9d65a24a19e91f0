package io.github.keycloakhelpshift.admin.check.finding;

import io.github.keycloakhelpshift.identity.Translations;
import java.util.Locale;

/** Translates findings into a language. The texts are in the bundle {@code findings}. */
public final class FindingTexts {

  private static final String DOC =
      "https://github.com/keycloak-helpshift/keycloak-helpshift/blob/main/docs/findings.md#";

  private final Locale language;
  private final Translations bundle;

  public FindingTexts(Locale language) {
    this.language = language;
    this.bundle = new Translations(FindingTexts.class, "findings", language);
  }

  public FindingRepresentation of(Finding finding) {
    Code code = finding.code();
    return new FindingRepresentation(
        code.severity().text(),
        code.name(),
        finding.place().setting(),
        finding.place().client(),
        finding.place().clientScope(),
        text(finding, "what"),
        text(finding, "why"),
        text(finding, "fix"),
        DOC + code.name().toLowerCase(Locale.ROOT));
  }

  /** Returns the variant's own text if there is one, else the code's. */
  private String text(Finding finding, String part) {
    String key = finding.code().name() + "." + part;
    String text =
        bundle.find(key + "." + finding.variant()).or(() -> bundle.find(key)).orElseThrow();
    for (int i = 0; i < finding.arguments().size(); i++) {
      text = text.replace("{" + i + "}", finding.arguments().get(i).in(language));
    }
    return text;
  }
}
