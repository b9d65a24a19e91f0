package io.github.keycloakhelpshift.admin.preview;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words for reasons in the admin's language. The bundle {@code reasons} has them by code. */
final class ReasonTexts {

  private final Locale language;
  private final ResourceBundle bundle;

  ReasonTexts(Locale language) {
    this.language = language;
    bundle =
        ResourceBundle.getBundle(
            ReasonTexts.class.getPackageName() + ".reasons",
            language,
            ReasonTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  Locale language() {
    return language;
  }

  /** Returns the words of this language for a reason, or else the English ones. */
  String describe(String reason, String english) {
    return bundle.containsKey(reason) ? bundle.getString(reason) : english;
  }
}
