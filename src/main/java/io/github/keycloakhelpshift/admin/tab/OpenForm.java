package io.github.keycloakhelpshift.admin.tab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A form in some admin's browser, with the settings that it showed when it was opened. It comes
 * back with each save, so that a save writes what this admin changed and nothing that somebody else
 * changed since.
 *
 * <p>The console keeps what a form showed until the page is loaded again, and does not reload it
 * after a save. So what it said last is remembered here, for as long as an admin may leave a page
 * open.
 *
 * @param id of this form alone
 * @param settings what it showed
 */
record OpenForm(UUID id, Map<String, String> settings) {

  /** A type that the console has no input for: it keeps the value and sends it back. */
  static final ProviderConfigProperty PROPERTY =
      new ProviderConfigProperty("form", "form", "form", "Hidden", null);

  private static final JsonMapper JSON = new JsonMapper();
  private static final long LIFESPAN = TimeUnit.HOURS.toSeconds(12);

  static OpenForm of(Map<String, String> settings) {
    return new OpenForm(UUID.randomUUID(), settings);
  }

  /** The form that was saved; empty if it is none of ours, or of no console. */
  static Optional<OpenForm> savedBy(MultivaluedHashMap<String, String> form) {
    String text = form.getFirst(PROPERTY.getName());
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(text, OpenForm.class))
          .filter(open -> open.id != null && open.settings != null);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The form as the console gets it. */
  MultivaluedHashMap<String, String> show() {
    MultivaluedHashMap<String, String> form = SettingsForm.show(settings);
    try {
      form.putSingle(PROPERTY.getName(), JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return form;
  }

  /** What the form said before the admin's latest changes. */
  SortedMap<String, String> before(KeycloakSession session, RealmModel realm)
      throws InvalidInputException {
    Map<String, String> lastSaved = session.singleUseObjects().get(key(realm));
    return lastSaved == null
        ? SettingsForm.read(SettingsForm.show(settings))
        : new TreeMap<>(lastSaved);
  }

  /** Remembers what was saved. */
  void saved(KeycloakSession session, RealmModel realm, Map<String, String> said) {
    session.singleUseObjects().remove(key(realm));
    session.singleUseObjects().put(key(realm), LIFESPAN, new HashMap<>(said));
  }

  private String key(RealmModel realm) {
    return "helpshift-form." + realm.getId() + "." + id;
  }
}
