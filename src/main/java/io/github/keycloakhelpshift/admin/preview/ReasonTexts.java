package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.identity.Translations;
import java.util.Locale;

/** The words for reasons in the admin's language. The bundle {@code reasons} has them by code. */
final class ReasonTexts {

  private final Locale language;
  private final Translations bundle;

  ReasonTexts(Locale language) {
    this.language = language;
    this.bundle = new Translations(ReasonTexts.class, "reasons", language);
  }

  Locale language() {
    return language;
  }

  /** Returns the words of this language for a reason, or else the English ones. */
  String describe(String reason, String english) {
    return bundle.find(reason).orElse(english);
  }
}
