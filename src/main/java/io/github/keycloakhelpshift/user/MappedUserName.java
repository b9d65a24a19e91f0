package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.Text;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * A person's name, mapped with the settings, for domains without User Hub.
 *
 * @param text the name; empty if it is absent or left out
 * @param leftOut why it is left out, without the value; empty if it is not
 */
record MappedUserName(Optional<String> text, Optional<Reason> leftOut) {

  /** No name, for full privacy. */
  static final MappedUserName NONE = new MappedUserName(Optional.empty(), Optional.empty());

  private static final List<Source> FULL_NAME =
      Stream.of(UserModel.FIRST_NAME, UserModel.LAST_NAME)
          .map(name -> new Source(Source.Kind.ATTRIBUTE, name))
          .toList();

  /** Maps a person: uses the source, or by default their full name. */
  static MappedUserName of(Person person, HelpshiftSettings settings) {
    String name =
        settings.userName().map(List::of).orElse(FULL_NAME).stream()
            .flatMap(source -> person.value(source).stream())
            .collect(Collectors.joining(" "));
    if (name.length() > VerifiedUser.MAX_NAME_LENGTH || !Text.isWellFormed(name)) {
      return new MappedUserName(
          Optional.empty(),
          Optional.of(
              Reason.of(
                  "user_name is not text of at most %s characters", VerifiedUser.MAX_NAME_LENGTH)));
    }
    return new MappedUserName(Optional.of(name).filter(text -> !text.isEmpty()), Optional.empty());
  }
}
