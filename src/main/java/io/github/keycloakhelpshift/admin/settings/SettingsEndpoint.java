package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;

/** {@code settings}: returns and replaces the realm's settings as a whole. */
public final class SettingsEndpoint {

  private final KeycloakSession session;
  private final AdminEvents events;
  private final RealmSettings stored;
  private final SettingsReader reader;

  public SettingsEndpoint(KeycloakSession session, AdminEvents events, SettingsReader reader) {
    this.session = session;
    this.events = events;
    this.stored = new RealmSettings(session.getContext().getRealm());
    this.reader = reader;
  }

  public Response get() {
    SortedMap<String, String> settings = stored.read();
    Properties messages = new AdminMessages(session).bundle();
    return answer(
        Response.Status.OK,
        settings,
        new SettingsRepresentation(
            settings,
            Arrays.stream(Setting.values())
                .map(setting -> new SettingDefinition(setting, messages))
                .toList()));
  }

  /**
   * Replaces the settings.
   *
   * @param ifMatch the request's {@code If-Match}: the tag of the settings that the caller has
   *     read; empty: replace any settings
   */
  public Response put(InputStream body, String ifMatch) {
    SortedMap<String, String> current = stored.read();
    if (!SettingsTag.of(current).isAllowedBy(ifMatch)) {
      return answer(Response.Status.PRECONDITION_FAILED, current, new ChangedMeanwhile(current));
    }
    SettingsBody request;
    try {
      request = SettingsBody.read(body);
    } catch (IOException | IllegalArgumentException e) {
      return AdminResponses.badRequest("The body must be {\"settings\": {key: value}}.");
    }
    Map<String, String> errors =
        new SettingsValidation(session, stored, reader).errors(request.settings());
    errors.putAll(request.errors());
    if (!errors.isEmpty()) {
      return AdminResponses.invalid(
          "invalid_settings", "Nothing was saved, because some settings are invalid.", errors);
    }
    SortedSet<String> changed = stored.write(request.settings());
    if (!changed.isEmpty()) {
      events.settingsUpdated(values(changed));
    }
    SortedMap<String, String> saved = stored.read();
    return answer(Response.Status.OK, saved, new SavedSettings(saved, changed));
  }

  private static Response answer(
      Response.Status status, SortedMap<String, String> settings, Object body) {
    return AdminResponses.answer(status, body)
        .header(HttpHeaders.ETAG, SettingsTag.of(settings).text())
        .build();
  }

  /**
   * Returns the new values of the settings, blank for removed ones. For the secret it only says
   * that it changed.
   */
  private Map<String, String> values(SortedSet<String> keys) {
    Map<String, String> values = new TreeMap<>();
    for (String key : keys) {
      String value = Objects.requireNonNullElse(stored.realm().getAttribute(key), "");
      boolean hidden = key.equals(Setting.SECRET.key()) && !value.isEmpty();
      values.put(key, hidden ? ComponentRepresentation.SECRET_VALUE : value);
    }
    return values;
  }
}
