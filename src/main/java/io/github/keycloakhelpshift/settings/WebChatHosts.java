package io.github.keycloakhelpshift.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts that pages may load Web Chat from: Helpshift's host for it, and those that the server's
 * option allows; in development mode also this machine.
 *
 * <p>The script can do what its page can do, on Keycloak's login pages, too. So no setting adds a
 * host. Other hosts of helpshift.com don't count, because every brand has one there. localhost does
 * not count, because for visitors it is their own machine.
 */
public final class WebChatHosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Only Helpshift's host. */
  public static final WebChatHosts HELPSHIFT = new WebChatHosts("", false);

  private final Set<String> allowed;

  /**
   * Allows more hosts.
   *
   * @param hosts their names, separated by commas
   */
  public WebChatHosts(String hosts, boolean isDevelopment) {
    this.allowed =
        Stream.of(
                Stream.of("webchat.helpshift.com"),
                new CommaList(hosts).parts().map(host -> host.toLowerCase(Locale.ROOT)),
                isDevelopment ? LOOPBACK.stream() : Stream.<String>empty())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the address that a setting names.
   *
   * @throws InvalidSettingException if pages must not load Web Chat from there
   */
  URI address(String text) {
    try {
      URI address = URI.create(text);
      if (permit(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Thrown below without the value, which this exception repeats.
    }
    throw new InvalidSettingException(
        "is not an https address of webchat.helpshift.com; other hosts, localhost among them, must"
            + " be allowed by the server's option web-chat-hosts");
  }

  /** Whether a page may load Web Chat from that address; only this machine may use plain http. */
  private boolean permit(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return allowed.contains(host)
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
  }
}
