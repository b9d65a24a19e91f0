package io.github.keycloakhelpshift.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser with only the parts that a login needs: it keeps cookies, follows redirects within
 * Keycloak and fills in the login form.
 */
public final class Browser {

  /** The redirect URI of the clients of a {@link RealmTemplate}. */
  public static final String REDIRECT_URI = RealmTemplate.WEB_ORIGIN + "/";

  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern FORM_CODE =
      Pattern.compile("<input[^>]*name=\"code\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private record Cookie(String name, String path, String value) {}

  private final TestRealm realm;
  private final List<Cookie> cookies = new ArrayList<>();

  Browser(TestRealm realm) {
    this.realm = realm;
  }

  /** Logs in to a client through the login page; the password is the username. */
  public TokenSet login(String clientId, String username) {
    return exchange(clientId, submit(follow(authorize(clientId, Map.of())), username));
  }

  /** Logs in to a client by the account that the user has at a brokered realm. */
  public TokenSet loginThrough(String identityProvider, String clientId, String username) {
    Answer page = follow(authorize(clientId, Map.of("kc_idp_hint", identityProvider)));
    return exchange(clientId, submit(page, username));
  }

  /** Lets a device in as a user: logs in, and consents. */
  public void approveDevice(String address, String username) {
    consent(submit(follow(address), username));
  }

  /** Lets a device in as the user of the session that this browser has. */
  public void approveDevice(String address) {
    consent(follow(address));
  }

  private void consent(Answer page) {
    Matcher code = FORM_CODE.matcher(page.body());
    if (!code.find()) {
      throw new AssertionError("No consent form: " + page);
    }
    submit(page, Map.of("code", code.group(1), "accept", "Yes"));
  }

  /** Logs in to another client by the session that this browser has. */
  public TokenSet singleSignOn(String clientId) {
    return singleSignOn(clientId, "openid");
  }

  /** Logs in to another client by the session that this browser has, and asks for a scope. */
  public TokenSet singleSignOn(String clientId, String scope) {
    return exchange(clientId, follow(authorize(clientId, scope, Map.of())));
  }

  /** Logs in to another realm, which has this one as an identity provider, by this session. */
  public TokenSet singleSignOnThrough(String identityProvider, TestRealm other, String clientId) {
    Browser there = new Browser(other);
    there.cookies.addAll(cookies);
    return there.exchange(
        clientId, there.follow(there.authorize(clientId, Map.of("kc_idp_hint", identityProvider))));
  }

  /** Takes over the cookies of an answer that came some other way. */
  public Browser adopt(Answer answer) {
    for (String header : answer.headers().allValues("Set-Cookie")) {
      String[] pair = header.split(";", 2)[0].split("=", 2);
      Matcher path = Pattern.compile("(?i)path=([^;]+)").matcher(header);
      Cookie cookie = new Cookie(pair[0], path.find() ? path.group(1) : "/", pair[1]);
      cookies.removeIf(one -> one.name().equals(pair[0]) && one.path().equals(cookie.path()));
      if (!header.contains("Max-Age=0")) {
        cookies.add(cookie);
      }
    }
    return this;
  }

  /** The header {@code Cookie} as this browser sends it to the realm. */
  public String cookies() {
    return cookiesFor(realm.url() + "/");
  }

  private String cookiesFor(String url) {
    String path = URI.create(url).getRawPath();
    return cookies.stream()
        .filter(cookie -> path.startsWith(cookie.path()))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }

  private String authorize(String clientId, Map<String, String> more) {
    return authorize(clientId, "openid", more);
  }

  private String authorize(String clientId, String scope, Map<String, String> more) {
    return realm.url()
        + "/protocol/openid-connect/auth?"
        + Http.encode(
            Map.of(
                "client_id",
                clientId,
                "response_type",
                "code",
                "scope",
                scope,
                "redirect_uri",
                REDIRECT_URI))
        + "&"
        + Http.encode(more);
  }

  private Answer submit(Answer page, String username) {
    return submit(page, Map.of("username", username, "password", username));
  }

  private Answer submit(Answer page, Map<String, String> fields) {
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("No form: " + page);
    }
    String action = absolute(form.group(1).replace("&amp;", "&"));
    return follow(send(action, Http.postForm(action, fields)));
  }

  private Answer follow(String address) {
    String url = absolute(address);
    return follow(send(url, Http.get(url)));
  }

  /** The pages of the device flow name only paths. */
  private String absolute(String address) {
    return URI.create(realm.url()).resolve(address).toString();
  }

  /** Follows redirects to a page, or back to the app. */
  private Answer follow(Answer answer) {
    String location = answer.header("Location").orElse(REDIRECT_URI);
    return location.startsWith(REDIRECT_URI) ? answer : follow(location);
  }

  private Answer send(String url, Http request) {
    Answer answer = request.header("Cookie", cookiesFor(url)).send();
    adopt(answer);
    return answer;
  }

  private TokenSet exchange(String clientId, Answer redirect) {
    Matcher code = CODE.matcher(redirect.header("Location").orElse(""));
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
}
