package io.github.keycloakhelpshift.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;

/**
 * Somebody who is signed in, by access token and by cookie.
 *
 * @param name the username, the password and a part of all values of the user: easy to find in any
 *     answer
 * @param id the user's id in Keycloak
 * @param otherCookies the cookies of a browser in which they have signed in only to another client
 * @param sid the name that {@code web-chat} gives to the session of the access token
 */
record Account(
    String name, String id, TokenSet tokens, String cookies, String otherCookies, String sid) {

  /** A user's members for a {@link RealmTemplate}. */
  static String members(String name, String more) {
    return "{'email': 'NAME@example.com', 'emailVerified': true, 'firstName': 'first-NAME',"
            .replace("NAME", name)
        + "'attributes': {'steam': ['steam-NAME'], 'rank': ['rank-NAME']}".replace("NAME", name)
        + more
        + "}";
  }

  static Account signedIn(TestRealm realm, String name) {
    Browser browser = realm.browser();
    TokenSet tokens = browser.login("web", name);
    String sid =
        Http.get(realm.url() + "/helpshift/web-chat")
            .bearer(tokens.access())
            .send()
            .orFail()
            .json()
            .path("sid")
            .asText();
    Browser other = realm.browser();
    other.login("plain", name);
    return new Account(name, realm.userId(name), tokens, browser.cookies(), other.cookies(), sid);
  }

  /** Whether an identity of a token belongs to this user. */
  boolean isOwn(JsonNode identity) {
    String value = identity.path("value").asText();
    return switch (identity.path("identifier").asText()) {
      case "uid" -> value.equals(id);
      case "email" -> value.equals(name + "@example.com");
      case "steam_id" -> value.equals("steam-" + name);
      default -> false;
    };
  }
}
