package io.github.keycloakhelpshift.identity;

import java.util.Optional;

/** The content of a login to Helpshift, before it is signed. */
public interface HelpshiftLogin {

  /** Returns the value that {@code helpshiftConfig.userId} must have on the page of this login. */
  Optional<String> userId();

  /**
   * Returns the value that {@code helpshiftConfig.userEmail} must have on the page of this login.
   */
  Optional<String> userEmail();

  /** Returns the name that Helpshift's agents see; empty for a domain with User Hub. */
  Optional<String> userName();

  /** Whether Helpshift must store only the uid. */
  boolean fullPrivacy();
}
