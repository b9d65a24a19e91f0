package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/** {@code profiles}: returns the users that the admin may view, for Helpshift's bulk API. */
public record ProfilesEndpoint(
    KeycloakSession session,
    AdminPermissions permissions,
    AdminEvents events,
    SettingsReader reader) {

  private static final Logger LOG = Logger.getLogger(ProfilesEndpoint.class);

  private static final String JSON_LINES = "application/x-ndjson";

  public Response stream(ProfileQuery query, boolean summary) {
    ProfileParameters parameters = parameters(query);
    ProfileExport export = export(parameters);
    if (!parameters.errors().isEmpty()) {
      return invalid(parameters.errors());
    }
    // We record the event first, because the data of many people is about to leave Keycloak.
    events.profilesExported(session);
    StreamingOutput output =
        stream ->
            LOG.infof(
                "Helpshift profiles of realm '%s': %s",
                session.getContext().getRealm().getName(),
                summary ? export.writeWithSummaryTo(stream) : export.writeTo(stream));
    return Response.ok(output, JSON_LINES)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"profiles.jsonl\"")
        .build();
  }

  /** Counts profiles, or what a change of settings would do. */
  public Response summarize(ProfileQuery query) {
    if (!query.changes().isEmpty()) {
      return summarizeChange(query);
    }
    ProfileParameters parameters = parameters(query);
    ProfileExport export = export(parameters);
    if (!parameters.errors().isEmpty()) {
      return invalid(parameters.errors());
    }
    try {
      return AdminResponses.json(export.writeTo(OutputStream.nullOutputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response summarizeChange(ProfileQuery query) {
    WantedSettings wanted = WantedSettings.of(session, reader, query.changes());
    ProfileParameters parameters = parameters(query);
    ChangeCounter counter =
        new ChangeCounter(
            parameters.settings(session.getContext().getRealm().getAttributes()),
            parameters.settings(wanted.attributes()));
    UserBatches users = parameters.users();
    Map<String, String> errors = new TreeMap<>(wanted.errors());
    errors.putAll(parameters.errors());
    if (!errors.isEmpty()) {
      return invalid(errors);
    }
    StreamingOutput output =
        stream -> {
          users.forEach(
              counter::add,
              () -> {
                // White space before JSON means nothing. Writing it fails if the caller has gone.
                stream.write(' ');
                stream.flush();
              });
          stream.write(JsonSerialization.mapper.writeValueAsBytes(counter.summary()));
        };
    return Response.ok(output, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Response invalid(Map<String, String> errors) {
    return AdminResponses.invalid(
        "invalid_request", "No profiles: some parameters are invalid.", errors);
  }

  private ProfileParameters parameters(ProfileQuery query) {
    return new ProfileParameters(query, session, permissions, reader);
  }

  private ProfileExport export(ProfileParameters parameters) {
    return new ProfileExport(
        parameters.users(),
        parameters.settings(session.getContext().getRealm().getAttributes()),
        parameters.scope(),
        new AdminMessages(session).languageOrEnglish());
  }
}
