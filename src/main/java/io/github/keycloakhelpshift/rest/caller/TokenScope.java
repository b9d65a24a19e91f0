package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.representations.AccessToken;

/**
 * The claim {@code scope} of an access token: the scopes that the token was granted. A client
 * policy can remove scopes from a token that the client session still has.
 *
 * @param text the scopes' names, separated by spaces
 */
public record TokenScope(String text) {

  TokenScope(AccessToken token) {
    this(Optional.ofNullable(token.getScope()).orElse(""));
  }

  /**
   * Whether the token was granted that scope. A scope that is switched off for the claim counts as
   * granted.
   */
  boolean holds(ClientScopeModel scope) {
    return scope instanceof ClientModel
        || !scope.isIncludeInTokenScope()
        || Arrays.stream(text.split(" ")).anyMatch(name -> isOf(scope, name));
  }

  /** Whether the name is that of the scope, for a parameterized one with its parameter. */
  private static boolean isOf(ClientScopeModel scope, String name) {
    return name.equals(scope.getName())
        || (Compatibility.isParameterized(scope) && name.startsWith(scope.getName() + ":"));
  }
}
