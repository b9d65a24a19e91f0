package io.github.keycloakhelpshift.admin.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.admin.HelpshiftAdminResourceProviderFactory;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.util.JsonSerialization;

/** {@code settings}: the realm's settings, shown and replaced as a whole. */
public final class SettingsEndpoint {

  private static final String SETTINGS = "settings";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminEventBuilder event;

  public SettingsEndpoint(KeycloakSession session, RealmModel realm, AdminEventBuilder event) {
    this.session = session;
    this.realm = realm;
    this.event = event;
  }

  public Response get() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(SETTINGS, RealmSettings.read(realm));
    body.put("definitions", Arrays.stream(Setting.values()).map(this::definition).toList());
    return AdminResponses.json(body);
  }

  public Response put(InputStream body) {
    Map<String, String> errors = new TreeMap<>();
    Map<String, String> wanted;
    try {
      wanted = settings(JsonSerialization.mapper.readTree(body), errors);
    } catch (IOException | IllegalArgumentException e) {
      return AdminResponses.badRequest(
          "invalid_request", "The body must be {\"settings\": {key: value}}.");
    }
    for (SettingProblem problem : RealmSettings.validate(session, realm, wanted)) {
      errors.putIfAbsent(problem.key(), problem.message());
    }
    if (!errors.isEmpty()) {
      return AdminResponses.invalid(
          "invalid_settings", "Nothing was saved, because some settings are invalid.", errors);
    }
    SortedSet<String> changed = RealmSettings.write(realm, wanted);
    if (!changed.isEmpty()) {
      fireEvent(changed);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(SETTINGS, RealmSettings.read(realm));
    answer.put("changed", changed);
    return AdminResponses.json(answer);
  }

  /** What is no text is an error of its key, but for booleans and numbers, which read the same. */
  private static Map<String, String> settings(JsonNode body, Map<String, String> errors) {
    JsonNode settings = body.path(SETTINGS);
    if (!settings.isObject()) {
      throw new IllegalArgumentException();
    }
    Map<String, String> wanted = new TreeMap<>();
    settings
        .properties()
        .forEach(
            setting -> {
              JsonNode value = setting.getValue();
              if (value.isContainerNode()) {
                errors.put(setting.getKey(), "is not text");
              } else if (!value.isNull()) {
                wanted.put(setting.getKey(), value.asText());
              }
            });
    return wanted;
  }

  /** Says which settings are now what, blank for removed; of the secret's, only that it changed. */
  private void fireEvent(SortedSet<String> changed) {
    Map<String, String> representation = new TreeMap<>();
    for (String key : changed) {
      String value = Objects.requireNonNullElse(realm.getAttribute(key), "");
      boolean hidden = key.equals(Setting.SECRET.key()) && !value.isEmpty();
      representation.put(key, hidden ? ComponentRepresentation.SECRET_VALUE : value);
    }
    event
        .operation(OperationType.UPDATE)
        .resource(ResourceType.REALM)
        .resourcePath(HelpshiftAdminResourceProviderFactory.ID, SETTINGS)
        .representation(representation)
        .success();
  }

  private Map<String, Object> definition(Setting setting) {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("key", setting.key());
    definition.put("type", setting.type().name().toLowerCase(Locale.ROOT));
    setting.defaultValue().ifPresent(value -> definition.put("default", value));
    definition.put("label", setting.label());
    definition.put("help", setting.help());
    definition.put("options", List.copyOf(setting.options()));
    return definition;
  }
}
