package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** A realm's OpenID Connect endpoints, as an app calls them. */
public final class Oidc {

  private final String endpoints;

  Oidc(String realmUrl) {
    this.endpoints = realmUrl + "/protocol/openid-connect";
  }

  public String tokenEndpoint() {
    return endpoints + "/token";
  }

  /** Logs a user in by the direct access grant; the password is the username. */
  public TokenSet login(String clientId, String username) {
    return login(clientId, username, "openid");
  }

  public TokenSet login(String clientId, String username, String scope) {
    return grant(
        clientId,
        Map.of(
            "grant_type", "password", "username", username, "password", username, "scope", scope));
  }

  /** Like {@link #login(String, String)}, with tokens that are bound to a key. */
  public TokenSet login(String clientId, String username, DpopKey key) {
    Map<String, String> form =
        Map.of(
            "client_id", clientId,
            "grant_type", "password",
            "username", username,
            "password", username,
            "scope", "openid");
    return TokenSet.of(
        Http.postForm(tokenEndpoint(), form)
            .header("DPoP", key.proof("POST", tokenEndpoint()))
            .send()
            .orFail()
            .json());
  }

  public TokenSet refresh(String clientId, TokenSet tokens) {
    return grant(
        clientId, Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()));
  }

  /** As the service account of a client whose secret is its id. */
  public TokenSet clientCredentials(String clientId) {
    return grant(clientId, Map.of("grant_type", "client_credentials"));
  }

  /** Exchanges an access token for another one of the same client. */
  public TokenSet exchange(String clientId, TokenSet tokens) {
    return grant(
        clientId,
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token", tokens.access(),
            "subject_token_type", "urn:ietf:params:oauth:token-type:access_token"));
  }

  /** Trades an access token for one with the permissions that its user has at another client. */
  public TokenSet permissions(TokenSet tokens, String resourceServer) {
    return TokenSet.of(
        Http.postForm(
                tokenEndpoint(),
                Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:uma-ticket",
                    "audience",
                    resourceServer))
            .bearer(tokens.access())
            .send()
            .orFail()
            .json());
  }

  /** Any grant. */
  public TokenSet grant(String clientId, Map<String, String> parameters) {
    return TokenSet.of(
        Http.postForm(tokenEndpoint(), authenticated(clientId, parameters)).send().orFail().json());
  }

  /** Ends the session. */
  public void logout(String clientId, TokenSet tokens) {
    post("/logout", clientId, Map.of("refresh_token", tokens.refresh())).orFail();
  }

  /** Revokes one access token; the session lives on. */
  public void revoke(String clientId, TokenSet tokens) {
    post("/revoke", clientId, Map.of("token", tokens.access())).orFail();
  }

  public JsonNode introspect(String clientId, TokenSet tokens) {
    return post("/token/introspect", clientId, Map.of("token", tokens.access())).orFail().json();
  }

  public Answer userinfo(TokenSet tokens) {
    return Http.get(endpoints + "/userinfo").bearer(tokens.access()).send();
  }

  public JsonNode jwks() {
    return Http.get(endpoints + "/certs").send().orFail().json();
  }

  private Answer post(String endpoint, String clientId, Map<String, String> parameters) {
    return Http.postForm(endpoints + endpoint, authenticated(clientId, parameters)).send();
  }

  /** With the client's id for a secret, which a public client ignores. */
  private static Map<String, String> authenticated(
      String clientId, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>();
    all.put("client_id", clientId);
    all.put("client_secret", clientId);
    all.putAll(parameters);
    return all;
  }
}
