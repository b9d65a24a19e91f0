package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/**
 * A client that has opted in.
 *
 * @param keycloak Keycloak's own origin
 * @param mappers all its mappers; the one that counts is the first
 */
public record CheckedClient(
    ClientModel model, String keycloak, List<MapperPlace> mappers, Layer layer) {

  public String id() {
    return model.getClientId();
  }

  public Place place() {
    return Place.ofClient(id());
  }

  /** Returns a finding whose texts name the client first. */
  public Finding finding(Code code, Object... more) {
    return Finding.of(code, place(), Stream.concat(Stream.of(id()), Stream.of(more)).toArray());
  }

  /** Whether the client is Keycloak's own account console, which needs no web origin. */
  public boolean isAccountConsole() {
    return id().equals(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
  }

  /** Whether a person can sign in to the client, in any way. */
  public boolean hasLogin() {
    return !model.isBearerOnly()
        && (hasBrowserLogin()
            || model.isDirectAccessGrantsEnabled()
            || isOn("oauth2.device.authorization.grant.enabled")
            || isOn("oidc.ciba.grant.enabled")
            || isOn("standard.token.exchange.enabled"));
  }

  public boolean hasBrowserLogin() {
    return !model.isBearerOnly()
        && (model.isStandardFlowEnabled() || model.isImplicitFlowEnabled());
  }

  /** Whether an attribute of the client is true. */
  public boolean isOn(String attribute) {
    return Boolean.parseBoolean(model.getAttribute(attribute));
  }

  /** Returns the web origins, including those that {@code +} takes from the redirect URIs. */
  public List<WebOrigin> origins() {
    Set<String> origins =
        new TreeSet<>(Optional.ofNullable(model.getWebOrigins()).orElse(Set.of()));
    if (origins.remove(Constants.INCLUDE_REDIRECTS)) {
      redirects().flatMap(redirect -> redirect.plain().stream()).forEach(origins::add);
    }
    return origins.stream().map(WebOrigin::new).toList();
  }

  /** Returns the origins of the redirect URIs with http and https. */
  public Stream<WebOrigin> redirects() {
    return redirectUris()
        .map(uri -> uri.startsWith("/") ? root() + uri : uri)
        .filter(uri -> uri.matches("(?i)https?://.*"))
        .map(WebOrigin::ofAddress);
  }

  public Stream<String> redirectUris() {
    return Optional.ofNullable(model.getRedirectUris()).stream().flatMap(Set::stream);
  }

  /**
   * Whether the client is an app on a device: its redirect URIs have a scheme of its own, or the
   * device's own address.
   */
  public boolean isNative() {
    return redirectUris().anyMatch(uri -> uri.matches("(?i)(?!https?:)[a-z][a-z0-9+.-]*:.*"))
        || (redirectUris().findAny().isPresent()
            && redirectUris().allMatch(uri -> uri.startsWith("http://127.0.0.1")));
  }

  private String root() {
    String root = model.getRootUrl();
    return root == null || !root.startsWith("http") ? keycloak : root;
  }

  /**
   * Whether the client has pages that load Web Chat: pages of its web origins, because Keycloak
   * answers no others, or Keycloak's own pages. Redirect URIs can't tell, because those of a mobile
   * app can be https links.
   */
  public boolean hasPages() {
    return isAccountConsole() || origins().stream().anyMatch(WebOrigin::isOfPages);
  }
}
