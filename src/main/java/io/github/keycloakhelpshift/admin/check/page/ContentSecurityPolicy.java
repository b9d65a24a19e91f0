package io.github.keycloakhelpshift.admin.check.page;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Content-Security-Policy: as much of CSP level 3 as we need to find out whether it blocks Web
 * Chat.
 */
final class ContentSecurityPolicy {

  /** The directives of each policy. A comma begins another one, and all of them count. */
  private final List<Map<String, List<String>>> policies;

  ContentSecurityPolicy(String text) {
    this.policies = Arrays.stream(text.split(",")).map(ContentSecurityPolicy::directives).toList();
  }

  private static Map<String, List<String>> directives(String policy) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String directive : policy.split(";", -1)) {
      List<String> words = List.of(directive.strip().split("\\s+"));
      if (!words.get(0).isEmpty()) {
        // If a directive occurs more than once, the first one counts.
        directives.putIfAbsent(
            words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
      }
    }
    return directives;
  }

  boolean allowsFrame(URI address) {
    return allows(address, "frame-src", "child-src", "default-src");
  }

  boolean allowsScript(URI address) {
    return allows(address, "script-src-elem", "script-src", "default-src");
  }

  /** Whether scripts may add other scripts by their address. */
  boolean allowsAddedScripts() {
    return policies.stream()
        .map(policy -> policy.getOrDefault("require-trusted-types-for", List.of()))
        .noneMatch(words -> words.contains("'script'"));
  }

  private boolean allows(URI address, String... names) {
    return policies.stream().allMatch(policy -> allows(policy, address, names));
  }

  /**
   * Whether the first of these directives that exists allows the address. Without any of them,
   * everything is allowed.
   */
  private static boolean allows(Map<String, List<String>> policy, URI address, String... names) {
    return Arrays.stream(names)
        .filter(policy::containsKey)
        .findFirst()
        .map(name -> policy.get(name).stream().anyMatch(source -> matches(source, address)))
        .orElse(true);
  }

  private static boolean matches(String source, URI address) {
    String pattern = source.toLowerCase(Locale.ROOT);
    if (pattern.equals("*") || (!pattern.contains("/") && covers(pattern, address, ":"))) {
      return true;
    }
    String host = pattern.replaceFirst("^[a-z][a-z0-9+.-]*://", "");
    if (!pattern.equals(host) && !covers(pattern, address, "://")) {
      return false;
    }
    host = host.replaceFirst("/.*$", "").replaceFirst(":(\\d+|\\*)$", "");
    String wanted = address.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("*.") ? wanted.endsWith(host.substring(1)) : wanted.equals(host);
  }

  /** Whether a source has the address's scheme: http covers https, too. */
  private static boolean covers(String source, URI address, String end) {
    boolean secure = address.getScheme().equals("https");
    return source.startsWith(address.getScheme() + end)
        || (secure && source.startsWith("http" + end));
  }
}
