package io.github.keycloakhelpshift.admin.check.realm;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web origin. */
public record WebOrigin(String text) {

  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):/{1,3}(?:[^/?#@]*@)?([^/?#]*)(.*)");
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:]*)(?::(\\d*))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127(\\.\\d+){3}|\\[::1]");
  private static final Map<String, String> PORTS = Map.of("http", "80", "https", "443");

  /** Returns the origin of an address, for example of a redirect URI. */
  static WebOrigin ofAddress(String address) {
    Matcher parts = PARTS.matcher(address.strip());
    return new WebOrigin(parts.matches() ? parts.group(1) + "://" + parts.group(2) : address);
  }

  /** Returns the origin without the asterisk that ends a redirect URI. */
  public WebOrigin withoutWildcard() {
    return new WebOrigin(text.replaceFirst("[*]+$", ""));
  }

  public boolean isAny() {
    return text.equals("*");
  }

  /**
   * Whether it is null, which browsers send for pages without an origin: sandboxed frames and
   * files.
   */
  public boolean isNull() {
    return text.equals("null");
  }

  /** Whether a browser can ever send this origin. */
  public boolean canMatch() {
    return isAny() || isNull() || plain().filter(text::equals).isPresent();
  }

  /** Whether pages can have this origin: http, https or *. */
  boolean isOfPages() {
    return isAny() || text.matches("https?://.*");
  }

  /** Whether attackers can change pages with this origin on their way to the browser. */
  public boolean isInsecure() {
    return text.startsWith("http://") && !isLoopback();
  }

  public boolean isRemoteHttps() {
    return text.startsWith("https://") && !isLoopback();
  }

  public boolean isLoopback() {
    return host().filter(host -> LOOPBACK.matcher(host).matches()).isPresent();
  }

  /**
   * Returns the origins that the admin probably meant, as browsers send them; empty if we can't
   * tell.
   */
  public List<String> meant() {
    return Arrays.stream(text.split("[,;\\s\"'`<>]+"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.replaceFirst("^/+", ""))
        .map(part -> part.replaceFirst("(?i)^(https?)(?::/*|/+)(?=[^/])", "$1://"))
        .map(part -> part.contains(":/") ? part : scheme(part) + part)
        .flatMap(part -> ofAddress(part).plain().stream())
        .toList();
  }

  private static String scheme(String host) {
    return LOOPBACK.matcher(host.replaceFirst(":\\d+$", "")).matches() ? "http://" : "https://";
  }

  public boolean hasWildcard() {
    return !isAny() && host().orElse(text).contains("*");
  }

  /** Returns the origin as a browser sends it: no path, no default port, lower case, punycode. */
  public Optional<String> plain() {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches() || hasWildcard()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    Matcher host = HOST.matcher(parts.group(2));
    if (!host.matches() || host.group(1).isEmpty()) {
      return Optional.empty();
    }
    String port = host.group(2);
    boolean standard = port == null || port.isEmpty() || port.equals(PORTS.get(scheme));
    return ascii(host.group(1)).map(name -> scheme + "://" + name + (standard ? "" : ":" + port));
  }

  private Optional<String> host() {
    Matcher parts = PARTS.matcher(text);
    return parts.matches()
        ? Optional.of(parts.group(2).replaceFirst(":\\d*$", ""))
        : Optional.empty();
  }

  private static Optional<String> ascii(String host) {
    try {
      return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT))
          .filter(name -> NAME.matcher(name).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
