package io.github.keycloakhelpshift.identity;

import java.util.List;
import java.util.Optional;

/** What a person logs in to Helpshift with, before it is signed. */
public interface HelpshiftLogin {

  /** What {@code helpshiftConfig.userId} must be on the page that logs in with this. */
  Optional<String> userId();

  /** What {@code helpshiftConfig.userEmail} must be on the page that logs in with this. */
  Optional<String> userEmail();

  /** Whether Helpshift is to keep nothing but the uid. */
  boolean fullPrivacy();

  /** The identities that it says, by type. */
  List<IdentityType> identityTypes();
}
