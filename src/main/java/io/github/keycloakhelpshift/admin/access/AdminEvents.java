package io.github.keycloakhelpshift.admin.access;

import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The admin events of this API. */
public final class AdminEvents {

  /** The path below {@code /admin/realms/{realm}}, and what a resource path begins with. */
  public static final String RESOURCE = "helpshift";

  private final AdminEventBuilder event;

  public AdminEvents(AdminEventBuilder event) {
    this.event = event;
  }

  /**
   * The realm's settings have changed.
   *
   * @param changed what each key is now; blank: removed
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
   * An export is about to begin. Saved in a transaction of its own, because the request's ends
   * after the last byte, or by its timeout, which rolls it back.
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
