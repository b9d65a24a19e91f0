package io.github.keycloakhelpshift.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as logging in needs one: it keeps cookies and fills in Keycloak's login form.
 */
public final class Browser {

  /** Where {@code web} and {@code plain} let their users come back to. */
  public static final String REDIRECT_URI = RealmTemplate.WEB_ORIGIN + "/";

  private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final TestRealm realm;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(TestRealm realm) {
    this.realm = realm;
  }

  /** Logs in to a client through the login page; the password is the username. */
  public TokenSet login(String clientId, String username) {
    Answer page = authorize(clientId);
    Matcher form = LOGIN_FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("No login form: " + page);
    }
    Answer back =
        send(
            Http.postForm(
                form.group(1).replace("&amp;", "&"),
                Map.of("username", username, "password", username)));
    return exchange(clientId, back);
  }

  /** Logs in to another client by the session that this browser has. */
  public TokenSet singleSignOn(String clientId) {
    return exchange(clientId, authorize(clientId));
  }

  /** Takes over the cookies of an answer that came some other way. */
  public Browser adopt(Answer answer) {
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(name.length() + 1));
      }
    }
    return this;
  }

  /** The header {@code Cookie} as this browser sends it to the realm. */
  public String cookies() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private Answer authorize(String clientId) {
    String query =
        Http.encode(
            Map.of(
                "client_id",
                clientId,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                REDIRECT_URI));
    return send(Http.get(realm.url() + "/protocol/openid-connect/auth?" + query));
  }

  private TokenSet exchange(String clientId, Answer redirect) {
    String location = redirect.header("Location").orElse("");
    Matcher code = CODE.matcher(location);
    if (!code.find()) {
      throw new AssertionError("No login: " + redirect);
    }
    return realm
        .oidc()
        .grant(
            clientId,
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                REDIRECT_URI));
  }

  private Answer send(Http request) {
    Answer answer = request.header("Cookie", cookies()).send();
    adopt(answer);
    return answer;
  }
}
