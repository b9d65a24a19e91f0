package io.github.keycloakhelpshift.admin.check.finding;

import io.github.keycloakhelpshift.identity.Localized;
import java.util.Locale;
import java.util.function.Predicate;
import org.keycloak.representations.idm.ComponentRepresentation;

/** What a finding's texts name. */
public sealed interface Argument {

  String in(Locale language);

  /** Returns asterisks instead of a name that has a secret in it. */
  default Argument masked(Predicate<String> hasSecret) {
    return this;
  }

  /** A name or a number, which is the same in each language. */
  record Name(String text) implements Argument {
    @Override
    public String in(Locale language) {
      return text;
    }

    @Override
    public Argument masked(Predicate<String> hasSecret) {
      return hasSecret.test(text) ? new Name(ComponentRepresentation.SECRET_VALUE) : this;
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
