package io.github.keycloakhelpshift.admin.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import java.util.Optional;

/**
 * A user for a domain without User Hub. Without the digest, because anybody who has it can log in
 * as them.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VerifiedUserRepresentation(
    Optional<String> userId, Optional<String> userEmail, Optional<String> userName) {

  VerifiedUserRepresentation(VerifiedUser user) {
    this(user.userId(), user.userEmail(), user.userName());
  }
}
