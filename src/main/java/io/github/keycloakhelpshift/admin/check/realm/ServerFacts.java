package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.settings.SettingsReader;
import java.net.URI;
import java.time.Instant;
import org.keycloak.common.Profile;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * The facts about the server that rules need.
 *
 * @param impersonation whether admins may impersonate users
 * @param origin Keycloak's own origin, as browsers see it
 */
public record ServerFacts(
    boolean impersonation, String origin, Instant now, SettingsReader reader) {

  public static ServerFacts of(KeycloakSession session, SettingsReader reader) {
    URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
    return new ServerFacts(
        Profile.isFeatureEnabled(Profile.Feature.IMPERSONATION),
        WebOrigin.ofAddress(base.toString()).plain().orElse(base.toString()),
        Instant.ofEpochMilli(Time.currentTimeMillis()),
        reader);
  }
}
