package io.github.keycloakhelpshift.admin.tab;

import io.github.keycloakhelpshift.admin.settings.RealmSettings;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.services.resources.admin.ComponentResource;
import org.keycloak.services.ui.extend.UiTabProvider;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Shows the tab what the realm's attributes are, however they were last set: fills them into the
 * tab's component wherever the admin API shows it. Nothing in Keycloak is told of every change of
 * an attribute, and nothing is asked when a component is read, so this looks at the answers.
 *
 * <p>Only an admin who may view the realm gets such an answer.
 */
@Provider
public final class SettingsTabFilter implements ContainerResponseFilter {

  private static final String TAB_TYPE = UiTabProvider.class.getName();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object entity = response.getEntity();
    if (entity instanceof ComponentRepresentation component) {
      fill(component);
    } else if (entity instanceof Stream<?> entities && isListOfComponents(request)) {
      response.setEntity(
          asksForTabs(request.getUriInfo()) ? withTab(entities) : entities.peek(this::fillAny));
    }
  }

  private static boolean isListOfComponents(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.GET)
        && request.getUriInfo().getMatchedResources().stream()
            .anyMatch(ComponentResource.class::isInstance);
  }

  /** What the console asks when it opens a tab, and hardly anybody else. */
  private static boolean asksForTabs(UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    return query.size() == 1
        && TAB_TYPE.equals(query.getFirst("type"))
        && Profile.isFeatureEnabled(Profile.Feature.DECLARATIVE_UI);
  }

  /** Before the first save there is no component, and settings that somebody else has made. */
  private List<Object> withTab(Stream<?> entities) {
    List<Object> components = new ArrayList<>(entities.peek(this::fillAny).toList());
    if (components.stream().noneMatch(SettingsTabFilter::isTab)) {
      ComponentRepresentation tab = new ComponentRepresentation();
      tab.setProviderType(TAB_TYPE);
      tab.setProviderId(SettingsTabFactory.ID);
      tab.setParentId(realm().getId());
      fill(tab);
      components.add(tab);
    }
    return components;
  }

  private void fillAny(Object entity) {
    if (entity instanceof ComponentRepresentation component) {
      fill(component);
    }
  }

  private static void fill(ComponentRepresentation component) {
    if (isTab(component)) {
      component.setConfig(OpenForm.of(RealmSettings.read(realm())).show());
    }
  }

  private static boolean isTab(Object entity) {
    return entity instanceof ComponentRepresentation component
        && SettingsTabFactory.ID.equals(component.getProviderId())
        && TAB_TYPE.equals(component.getProviderType());
  }

  private static RealmModel realm() {
    return KeycloakSessionUtil.getKeycloakSession().getContext().getRealm();
  }
}
