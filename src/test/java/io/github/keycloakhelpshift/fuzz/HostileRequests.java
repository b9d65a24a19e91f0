package io.github.keycloakhelpshift.fuzz;

import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Requests that nobody should send, to every endpoint: the same ones for the same seed. Each has
 * the user who may get an answer.
 */
final class HostileRequests {

  private static final String WEB = RealmTemplate.WEB_ORIGIN;

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "XYZZY");
  private static final List<String> READS = List.of("web-chat", "session");
  private static final List<String> FILES = List.of("web-chat.js", "web-chat.d.ts");
  private static final List<String> ADMIN =
      List.of(
          "settings", "check", "users/ID/preview", "users/preview", "profiles", "profiles/summary");
  private static final List<String> STRANGE =
      List.of(
          "",
          "%00",
          "%",
          "%zz",
          "..%2f..%2fadmin",
          "a%0d%0aSet-Cookie:x=y",
          "%ff%fe",
          "' or 1=1--",
          "<script>",
          "${jndi:ldap://x}",
          "${vault.x}",
          "*",
          "null",
          "[]",
          "%F0%9F%98%80",
          "LONG");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json;charset=utf-16",
          "application/json;charset=nope",
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "application/jwt",
          "*/*",
          "application/*",
          "garbage",
          "/",
          ";",
          "application/json;q=2",
          "application/xml",
          "");
  private static final List<String> HEADERS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Prefix",
          "Forwarded",
          "X-Original-URL",
          "X-Rewrite-URL",
          "X-HTTP-Method-Override",
          "Referer",
          "Range",
          "If-None-Match",
          "If-Modified-Since",
          "Accept-Language",
          "Accept-Encoding",
          "Content-Encoding",
          "Access-Control-Request-Method",
          "Access-Control-Request-Headers",
          "DPoP",
          "Sec-Fetch-Mode",
          "User-Agent",
          "Expect",
          "Cookie2",
          "Via",
          "Prefer");
  private static final List<String> HEADER_VALUES =
      List.of(
          "https://evil.example",
          "evil.example",
          "https",
          "host=evil.example;proto=https",
          "*",
          "127.0.0.1",
          "PUT",
          "bytes=0-1",
          "gzip",
          "identity;q=0",
          "\u00ff\u00fe",
          "a,b,,c",
          "1e9",
          "100-continue",
          "authorization,content-type",
          "",
          "LONG");
  private static final List<String> SCHEMES =
      List.of("Bearer ", "Bearer ", "bearer ", "BEARER ", "Bearer  ", "DPoP ", "Basic ", "");
  private static final List<String> ORIGINS =
      List.of(
          "https://evil.example",
          "null",
          "http://localhost:3000.evil.example",
          "http://localhost:30001",
          "http://LOCALHOST:3000",
          "https://localhost:3000",
          "http://localhost:3000/",
          "http://user@localhost:3000",
          "*",
          "",
          "\u00ff",
          "file://");
  private static final List<String> JSON =
      List.of(
          "{}",
          "[]",
          "null",
          "true",
          "0",
          "\"x\"",
          "{",
          "{\"userId\":1}",
          "{\"userId\":[]}",
          "{\"userId\":\"ID\"}",
          "{\"userId\":\"ID\",\"userId\":\"ID\"}",
          "{\"userEmail\":\"nobody@example.com\"}",
          "{\"userId\":\"\\ud800\"}",
          "{\"userId\":\"\\u0000\"}",
          "{\"userId\":1e999999}",
          "{\"userId\":\"LONG\"}",
          "{\"settings\":{}}",
          "{\"settings\":[]}",
          "{\"settings\":{\"helpshift.domain\":[]}}",
          "{\"settings\":{\"helpshift.domain\":\"x y\"}}",
          "{\"settings\":{\"helpshift.web_chat_url\":\"http:/x\"}}",
          "{\"settings\":{\"helpshift.secret\":\"SECRET\"}}",
          "{\"settings\":{\"helpshift.widget.secret\":\"SECRET\"}}",
          "{\"settings\":{\"helpshift.tags\":\"role:\\ud800\"}}",
          "{\"settings\":{\"helpshift.tags\":\"role:\\u0000\"}}",
          "{\"settings\":{\"helpshift.domain\":\"acme\",\"helpshift.platform_id\":\"acme_platform_1\"}}",
          "{\"settings\":{\"helpshift.identity.uid\":\"none\"}}",
          "{\"settings\":{\"helpshift.identity.uid.metadata.\\u0000\":\"x\"}}",
          "{\"settings\":{\"helpshift.widget.zIndex\":1e999999}}",
          "{\"settings\":{\"LONG\":\"x\",\"helpshift.LONG\":\"x\"}}",
          "{\"settings\":{\"__proto__\":{},\"\":\"\"}}");

  /** What else may follow an endpoint's name. */
  private static final List<String> ENDS =
      List.of("/", "//", ";x=y", "/../token", "%00", "/%2e%2e/token", "/LONG");

  /**
   * A request.
   *
   * @param caller the user who may get an answer; null: nobody
   * @param origin the origin that its page has; null: none, or more than one
   * @param what which endpoint, for the count of what was reached
   */
  record Shot(RawRequest request, Account caller, String origin, String what) {}

  private final Random random;
  private final TestRealm realm;
  private final String host;
  private final List<Account> accounts;
  private final List<BentTokens> bent;
  private final Account admin;

  /**
   * The requests of a seed.
   *
   * @param accounts users of the realm
   * @param bent their tokens, bent
   * @param admin who may read all of the realm by the admin API, and write nothing
   */
  HostileRequests(
      long seed, TestRealm realm, List<Account> accounts, List<BentTokens> bent, Account admin) {
    this.random = new Random(seed);
    this.realm = realm;
    this.host = realm.server().url().getAuthority();
    this.accounts = accounts;
    this.bent = bent;
    this.admin = admin;
  }

  /** Returns good requests to each endpoint, so that each is always reached. */
  List<Shot> plain() {
    Stream<Shot> tokens = accounts.stream().map(account -> plain("token", account));
    Stream<Shot> reads =
        Stream.concat(FILES.stream(), READS.stream()).map(path -> plain(path, accounts.get(0)));
    Stream<Shot> ofAdmin = ADMIN.stream().map(path -> plain(path, admin));
    return Stream.of(tokens, reads, ofAdmin).flatMap(shots -> shots).toList();
  }

  private Shot plain(String path, Account account) {
    String method = path.equals("token") ? "POST" : "GET";
    String target = base(ADMIN.contains(path), realm.name()) + path.replace("ID", account.id());
    RawRequest request = new RawRequest(method, target + "?client_id=web");
    request.header("Host", host);
    request.header("Authorization", "Bearer " + account.tokens().access());
    return new Shot(request, account, null, method + " " + path);
  }

  Shot next() {
    boolean toAdmin = one(4);
    String path = toAdmin ? pick(ADMIN) : one(2) ? "token" : one(12) ? pick(FILES) : pick(READS);
    String method = method(path);
    int owner = random.nextInt(accounts.size());
    Account account = toAdmin && one(2) ? admin : accounts.get(owner);
    String origin = one(3) ? null : one(3) ? pick(ORIGINS) : one(4) ? url("") : WEB;
    RawRequest request = new RawRequest(method, target(toAdmin, path, account));
    request.header("Host", one(40) ? "evil.example" : host);
    boolean twoOrigins = origin != null && one(20);
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (twoOrigins) {
      request.header("Origin", pick(ORIGINS));
    }
    String site =
        one(4) ? pick(List.of("cross-site", "same-site", "same-origin", "none", "x")) : null;
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    boolean served =
        credentials(
            request,
            account,
            bent.get(owner),
            byCookieFrom(method, origin, twoOrigins, site),
            toAdmin);
    if (one(3)) {
      request.header("Accept", one(2) ? "application/jwt" : pick(TYPES));
    }
    for (int more = random.nextInt(3); more > 0; more--) {
      request.header(pick(HEADERS), filled(pick(HEADER_VALUES), account));
    }
    body(request, method, account);
    // Whether a cookie counts from there is settled: what is left is an access token's, which any
    // of the client's web origins may send, null among them.
    boolean foreign =
        twoOrigins || (origin != null && !List.of(WEB, url(""), "null").contains(origin));
    return new Shot(
        request,
        served && (toAdmin || !foreign) ? account : null,
        twoOrigins ? null : origin,
        method + " " + path);
  }

  private String method(String path) {
    if (one(8)) {
      return pick(METHODS);
    }
    return path.equals("token") ? "POST" : path.equals("settings") && one(2) ? "PUT" : "GET";
  }

  private String target(boolean toAdmin, String path, Account account) {
    String of = one(60) ? encoded(pick(STRANGE)) : realm.name();
    String prefix = base(toAdmin, of);
    String id = one(8) ? pick(STRANGE) : pick(accounts).id();
    String target = prefix + path.replace("ID", one(2) ? encoded(id) : account.id());
    if (one(30)) {
      target += pick(ENDS);
    }
    StringBuilder query = new StringBuilder();
    for (String name :
        List.of(
            "client_id",
            "client_id",
            "sid",
            "access_token",
            "group",
            "role",
            "part",
            "username",
            "email",
            "id",
            "%00")) {
      if (name.equals("client_id") ? !one(3) : one(12)) {
        query
            .append(query.isEmpty() ? "?" : "&")
            .append(name)
            .append("=")
            .append(value(name, account));
      }
    }
    return filled(target + query, account);
  }

  private static String base(boolean toAdmin, String realm) {
    return (toAdmin ? "/admin/realms/" : "/realms/") + realm + "/helpshift/";
  }

  private String value(String name, Account account) {
    if (one(4)) {
      return encoded(pick(STRANGE));
    }
    return switch (name) {
      case "client_id" ->
          pick(List.of("web", "web", "web", "plain", "backend", "account", "nobody"));
      case "sid" -> one(2) ? account.sid() : pick(accounts).sid();
      case "access_token" -> account.tokens().access();
      case "part" -> pick(List.of("0", "-1", "1", "2147483647", "2147483648", "x", "214748"));
      case "id" -> pick(accounts).id();
      default -> "x";
    };
  }

  /** Whether a cookie may count: as the docs say it, from that origin, by that method. */
  private boolean byCookieFrom(String method, String origin, boolean twoOrigins, String site) {
    if (origin == null) {
      return method.equals("GET")
          && (site == null || site.equals("same-origin") || site.equals("none"));
    }
    return !twoOrigins && (origin.equals(WEB) || origin.equals(url("")));
  }

  /** Adds the caller's credentials; returns whether they are valid. */
  private boolean credentials(
      RawRequest request,
      Account account,
      BentTokens tokens,
      boolean cookieCounts,
      boolean toAdmin) {
    String access = account.tokens().access();
    return switch (random.nextInt(10)) {
      case 0 -> false;
      case 1, 2 -> {
        request.header("Authorization", pick(SCHEMES) + access);
        yield true;
      }
      case 3 -> {
        request.header("Cookie", account.cookies());
        yield cookieCounts;
      }
      case 4 -> {
        request.header("Cookie", bentCookie(account, tokens));
        yield false;
      }
      case 5 -> {
        // If the token is invalid, the cookie does not count.
        request.header("Authorization", "Bearer " + tokens.worthless(random));
        request.header("Cookie", account.cookies());
        yield false;
      }
      case 6 -> {
        request.header("Authorization", "Bearer " + access);
        request.header("Authorization", "Bearer " + tokens.worthless(random));
        // Keycloak's admin API takes the first of two.
        yield toAdmin;
      }
      case 7 -> {
        request.header("Authorization", "Bearer " + tokens.odd(random));
        yield true;
      }
      default -> {
        request.header("Authorization", "Bearer " + tokens.worthless(random));
        yield false;
      }
    };
  }

  private String bentCookie(Account account, BentTokens tokens) {
    if (one(4)) {
      return account.otherCookies();
    }
    String bentToken =
        one(8) ? "x".repeat(5_000) : one(2) ? account.tokens().access() : tokens.worthless(random);
    return Arrays.stream(account.cookies().split("; "))
        .map(
            cookie ->
                cookie.startsWith("KEYCLOAK_IDENTITY")
                    ? cookie.split("=", 2)[0] + "=" + bentToken
                    : cookie)
        .reduce((left, right) -> left + "; " + right)
        .orElseThrow();
  }

  private void body(RawRequest request, String method, Account account) {
    if (method.equals("GET") || method.equals("HEAD") || one(2)) {
      return;
    }
    if (!one(8)) {
      request.header("Content-Type", one(3) ? pick(TYPES) : "application/json");
    }
    request.body(bytes(filled(pick(JSON), account)), one(4));
  }

  private byte[] bytes(String json) {
    if (one(12)) {
      return "[".repeat(1 + random.nextInt(200_000)).getBytes(StandardCharsets.UTF_8);
    }
    if (one(12)) {
      byte[] noise = new byte[random.nextInt(20_000)];
      random.nextBytes(noise);
      return noise;
    }
    Charset charset =
        one(8)
            ? StandardCharsets.UTF_16
            : one(8) ? Charset.forName("UTF-32") : StandardCharsets.UTF_8;
    byte[] bytes = json.getBytes(charset);
    if (bytes.length > 0 && one(6)) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return one(10) ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private String filled(String text, Account account) {
    return text.replace("LONG", "x".repeat(one(3) ? 9_000 : 300))
        .replace("SECRET", RealmTemplate.SECRET)
        .replace("\"ID\"", "\"" + (one(2) ? account : pick(accounts)).id() + "\"");
  }

  private static String encoded(String text) {
    return text.startsWith("%") || text.contains("LONG")
        ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String url(String path) {
    return realm.server().url() + path;
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
