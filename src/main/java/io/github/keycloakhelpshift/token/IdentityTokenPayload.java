package io.github.keycloakhelpshift.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The payload of an identity token, as JSON.
 *
 * @param iat when it was made, in seconds since the epoch
 */
public record IdentityTokenPayload(List<Entry> identities, long iat) {

  /**
   * One identity.
   *
   * @param metadata left out if it is empty
   */
  public record Entry(
      String identifier,
      String value,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> metadata) {

    private Entry(Identity identity) {
      this(identity.type().identifier(), identity.value(), identity.metadata());
    }

    /** Returns only the identifier, because logs must not contain somebody's value. */
    @Override
    public String toString() {
      return "Entry[" + identifier + "]";
    }
  }

  public IdentityTokenPayload(IdentityToken token) {
    this(token.identities().stream().map(Entry::new).toList(), token.issuedAt().getEpochSecond());
  }

  /**
   * Returns the payload with only some identities, to add them to a user who is logged in.
   *
   * @param identifiers the identifiers of these identities
   */
  public IdentityTokenPayload only(Set<String> identifiers) {
    return new IdentityTokenPayload(
        identities.stream().filter(entry -> identifiers.contains(entry.identifier())).toList(),
        iat);
  }
}
