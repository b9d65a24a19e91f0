package io.github.keycloakhelpshift.admin.access;

import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The admin events of this API. */
public record AdminEvents(AdminEventBuilder event) {

  /** The path below {@code /admin/realms/{realm}}, and the beginning of all resource paths. */
  public static final String RESOURCE = "helpshift";

  /**
   * Records that the realm's settings have changed.
   *
   * @param changed the new text of each key; blank: removed
   */
  public void settingsUpdated(Map<String, String> changed) {
    event
        .operation(OperationType.UPDATE)
        .resource(ResourceType.REALM)
        .resourcePath(RESOURCE, "settings")
        .representation(changed)
        .success();
  }

  /**
   * Records that an export begins. Saves the event in its own transaction, because the request's
   * transaction ends after the last byte, or is rolled back by its timeout.
   */
  public void profilesExported(KeycloakSession session) {
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own ->
            event
                .clone(own)
                .operation(OperationType.ACTION)
                .resource(ResourceType.USER)
                .resourcePath(RESOURCE, "profiles")
                .success());
  }
}
