package io.github.keycloakhelpshift.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that pages may load Web Chat from: Helpshift's host for it, and those that the server's
 * option allows; in development mode also this machine.
 *
 * <p>The script can do what its page can do, on Keycloak's login pages, too. So no setting adds a
 * host. Other hosts of helpshift.com don't count, because every brand has one there. localhost does
 * not count, because for visitors it is their own machine.
 */
public final class WebChatHosts {

  /** The server's option for more hosts, as Keycloak gives it to the provider. */
  public static final String OPTION = "webChatHosts";

  private static final String HELPSHIFT = "webchat.helpshift.com";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static volatile Set<String> allowed = Set.of();
  private static volatile boolean development;

  private WebChatHosts() {}

  /**
   * Allows these hosts in addition to the usual ones.
   *
   * @param hosts names, separated by commas; null: no more hosts
   * @param isDevelopment whether the server runs in development mode
   */
  public static void allow(String hosts, boolean isDevelopment) {
    development = isDevelopment;
    allowed =
        Arrays.stream(hosts == null ? new String[0] : hosts.split(","))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a page may load Web Chat from that address; only this machine may use plain http. */
  static boolean permit(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean loopback = LOOPBACK.contains(host);
    boolean known = host.equals(HELPSHIFT) || allowed.contains(host) || (loopback && development);
    return switch (address.getScheme() == null ? "" : address.getScheme()) {
      case "https" -> known;
      case "http" -> known && loopback;
      default -> false;
    };
  }
}
