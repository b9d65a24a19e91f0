package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Helpshift's server side: verifies what the widget sends, and remembers it for tests. */
final class HelpshiftServer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TokenRules rules;
  private final UserDataRules userDataRules = new UserDataRules();
  private final Profiles profiles = new Profiles();
  private final Verifications verifications = new Verifications();
  private final Map<String, String> domains = new ConcurrentHashMap<>();
  private final Map<String, App> apps = new ConcurrentHashMap<>();
  private final List<Login> logins = new CopyOnWriteArrayList<>();
  private final List<Login> additions = new CopyOnWriteArrayList<>();
  private final List<JsonNode> globalUpdates = new CopyOnWriteArrayList<>();
  private final List<JsonNode> appUpdates = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<String>> nextFailures = new ConcurrentHashMap<>();
  private volatile boolean identitiesEnabled = true;

  HelpshiftServer(Clock clock) {
    this.rules = new TokenRules(clock);
  }

  void add(App app, String domain) {
    domains.put(app.platformId(), domain);
    apps.put(app.platformId(), app);
  }

  /** Adds an app that verifies its users without User Hub. */
  void addLegacy(String platformId, String domain, String secret) {
    domains.put(platformId, domain);
    verifications.add(platformId, secret);
  }

  void multiline(String field) {
    userDataRules.multiline(field);
  }

  void enableIdentities(boolean enabled) {
    identitiesEnabled = enabled;
  }

  /** Lets the next of these calls, such as {@code login}, fail with this reason. */
  void failNext(String call, String reason) {
    nextFailures.computeIfAbsent(call, unused -> new ConcurrentLinkedQueue<>()).add(reason);
  }

  private Verdict unlessFailing(String call, Verdict verdict) {
    String failure = nextFailures.getOrDefault(call, new ConcurrentLinkedQueue<>()).poll();
    return failure == null ? verdict : Verdict.refused(failure);
  }

  List<Login> logins() {
    return List.copyOf(logins);
  }

  List<Login> additions() {
    return List.copyOf(additions);
  }

  List<Verification> verifications() {
    return verifications.all();
  }

  List<JsonNode> updates(boolean global) {
    return List.copyOf(global ? globalUpdates : appUpdates);
  }

  Response call(String name, String body) {
    try {
      JsonNode request = JSON.readTree(body);
      App app = apps.get(request.path("platformId").asText());
      return switch (name) {
        case "config" -> json(ConfigRules.violations(request));
        case "issue-fields" -> json(CustomIssueFieldRules.violations(request));
        case "start" -> json(start(request));
        case "verify" -> json(verifications.verify(request));
        case "login" -> json(login(app, request));
        case "identities" -> json(addIdentities(app, request));
        case "profile" -> json(update(app, request));
        default -> Response.error(404);
      };
    } catch (JsonProcessingException e) {
      return Response.error(400);
    }
  }

  /** What the widget learns of its app: whether it is one, and how it verifies users. */
  private record Start(@JsonUnwrapped Verdict verdict, boolean legacy) {}

  private Start start(JsonNode request) {
    String platformId = request.path("platformId").asText();
    String domain = domains.get(platformId);
    Verdict verdict = Verdict.OK;
    if (domain == null) {
      verdict = Verdict.refused("Helpshift knows no such platform id");
    } else if (!domain.equals(request.path("domain").asText())) {
      verdict = Verdict.refused("the platform id belongs to another domain");
    }
    return new Start(verdict, verifications.verifies(platformId));
  }

  private record LoginAnswer(@JsonUnwrapped Verdict verdict, boolean anonymous) {}

  private LoginAnswer login(App app, JsonNode request) {
    boolean fullPrivacy = request.path("fullPrivacy").asBoolean();
    TokenRules.Checked checked =
        check(app, request, fullPrivacy ? TokenRules.Use.PRIVATE_LOGIN : TokenRules.Use.LOGIN);
    Verdict verdict = unlessFailing("login", checked.verdict());
    boolean anonymous = verdict.ok() && fullPrivacy && !TokenRules.has(checked.payload(), "uid");
    logins.add(
        Login.of(
            request.path("platformId").asText(),
            verdict,
            checked.payload(),
            fullPrivacy,
            anonymous));
    if (verdict.ok() && !anonymous) {
      profiles.logIn(checked.payload());
    }
    return new LoginAnswer(verdict, anonymous);
  }

  private record Addition(@JsonUnwrapped Verdict verdict, List<String> duplicates) {}

  private Addition addIdentities(App app, JsonNode request) {
    TokenRules.Checked checked = check(app, request, TokenRules.Use.ADDITION);
    Verdict verdict = checked.verdict();
    if (!verdict.ok() && "IDENTITIES_INVALID_TOKEN".equals(verdict.reason())) {
      verdict =
          Verdict.invalidPayload(
              Map.of("invalidIdentityTokens", List.of("IDENTITIES_INVALID_TOKEN")));
    }
    verdict = unlessFailing("identities", verdict);
    additions.add(
        Login.of(request.path("platformId").asText(), verdict, checked.payload(), false, false));
    return new Addition(
        verdict,
        verdict.ok() ? profiles.add(request.path("user").asText(), checked.payload()) : List.of());
  }

  private TokenRules.Checked check(App app, JsonNode request, TokenRules.Use use) {
    if (!identitiesEnabled || isLegacy(app, request)) {
      return new TokenRules.Checked(Verdict.refused("IDENTITIES_FEATURE_DISABLED"), null);
    }
    if (app == null) {
      return new TokenRules.Checked(Verdict.refused("IDENTITIES_INVALID_TOKEN"), null);
    }
    return rules.check(app, request.path("token").asText(), use);
  }

  private Verdict update(App app, JsonNode request) {
    if (!identitiesEnabled || app == null) {
      return Verdict.refused("IDENTITIES_FEATURE_DISABLED");
    }
    boolean global = request.path("kind").asText().equals("global");
    JsonNode data = request.path("data");
    Verdict verdict = unlessFailing("profile", userDataRules.check(global, data));
    if (verdict.ok()) {
      (global ? globalUpdates : appUpdates).add(data);
    }
    return verdict;
  }

  private boolean isLegacy(App app, JsonNode request) {
    return app == null && verifications.verifies(request.path("platformId").asText());
  }

  private static Response json(Object answer) throws JsonProcessingException {
    return Response.json(JSON.writeValueAsString(answer));
  }
}
