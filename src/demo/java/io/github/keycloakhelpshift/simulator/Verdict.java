package io.github.keycloakhelpshift.simulator;

import java.util.List;
import java.util.Map;

/** What Helpshift's server says to a call: fine, or one of the contract's reasons with details. */
record Verdict(boolean ok, String reason, Map<String, List<String>> details) {

  static final Verdict OK = new Verdict(true, null, null);

  static Verdict refused(String reason) {
    return new Verdict(false, reason, null);
  }

  static Verdict invalidPayload(Map<String, List<String>> details) {
    return new Verdict(false, "IDENTITIES_INVALID_PAYLOAD", details);
  }
}
