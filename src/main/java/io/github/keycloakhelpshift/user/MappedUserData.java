package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataScope;
import java.util.List;

/**
 * A person's user data, mapped with the settings: the page sends it to Helpshift after the login.
 *
 * @param global the data of the person, across all apps
 * @param app the data of the person in this app
 * @param leftOut fields and tags that Helpshift would refuse, with the reason, without values
 */
public record MappedUserData(UserData global, UserData app, List<Reason> leftOut) {

  /** No user data, for full privacy. */
  static final MappedUserData NONE =
      new MappedUserData(
          new UserData(UserDataScope.GLOBAL), new UserData(UserDataScope.APP), List.of());
}
