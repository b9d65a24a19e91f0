package io.github.keycloakhelpshift.rest.caller;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.TokenUtil;

/**
 * The claim {@code scope} of an access token: what the token was granted. A client policy can take
 * scopes away from a token that its client session has.
 *
 * @param text the scopes' names, separated by spaces
 */
public record TokenScope(String text) {

  /** The scope of that token. */
  static TokenScope of(AccessToken token) {
    return new TokenScope(Optional.ofNullable(token.getScope()).orElse(""));
  }

  /** Whether the token was granted that scope: as far as its claim tells, by the scope's switch. */
  boolean holds(ClientScopeModel scope) {
    return scope instanceof ClientModel
        || !scope.isIncludeInTokenScope()
        || TokenUtil.hasScope(text, scope.getName());
  }
}
