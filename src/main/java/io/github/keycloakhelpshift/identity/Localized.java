package io.github.keycloakhelpshift.identity;

import java.util.Locale;

/** A text for admins, which exists in their languages. Its {@code toString} is English. */
public interface Localized {

  /** Returns the text in that language, or else in English. */
  String text(Locale language);
}
