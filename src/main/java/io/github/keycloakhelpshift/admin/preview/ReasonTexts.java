package io.github.keycloakhelpshift.admin.preview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words for reasons in the admin's language. The bundle {@code reasons} has them by code. */
final class ReasonTexts {

  static final String REASON = "reason";
  static final String DESCRIPTION = "description";

  private final ResourceBundle bundle;

  ReasonTexts(Locale language) {
    bundle =
        ResourceBundle.getBundle(
            ReasonTexts.class.getPackageName() + ".reasons",
            language,
            ReasonTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Replaces the English description of each reason that has words in this language. */
  void translate(List<Map<String, Object>> reasons) {
    for (Map<String, Object> one : reasons) {
      String reason = one.get(REASON).toString();
      if (bundle.containsKey(reason)) {
        one.put(DESCRIPTION, bundle.getString(reason));
      }
    }
  }
}
