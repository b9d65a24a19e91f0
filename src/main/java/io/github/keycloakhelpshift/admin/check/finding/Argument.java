package io.github.keycloakhelpshift.admin.check.finding;

import io.github.keycloakhelpshift.identity.Localized;
import java.util.Locale;

/** What a finding's texts name. */
public sealed interface Argument {

  /** Returns the words for it in a language. */
  String in(Locale language);

  /** A name or a number, which is the same in each language. */
  record Name(String text) implements Argument {
    @Override
    public String in(Locale language) {
      return text;
    }
  }

  /** What is wrong, for example with a setting. */
  record Problem(Localized problem) implements Argument {
    @Override
    public String in(Locale language) {
      return problem.text(language);
    }
  }
}
