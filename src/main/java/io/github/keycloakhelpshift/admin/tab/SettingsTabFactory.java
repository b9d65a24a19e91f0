package io.github.keycloakhelpshift.admin.tab;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.settings.RealmSettings;
import io.github.keycloakhelpshift.settings.SettingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiTabProvider;
import org.keycloak.services.ui.extend.UiTabProviderFactory;

/**
 * The tab <em>Realm settings &gt; Helpshift</em>, for servers with the feature {@code
 * declarative-ui}.
 *
 * <p>The console saves a tab as a component. The settings are the realm's attributes, so the
 * component is emptied as soon as it is saved, and {@link SettingsTabFilter} fills in what the
 * attributes are whenever it is read: there is no second copy that could drift.
 */
public final class SettingsTabFactory implements UiTabProviderFactory<UiTabProvider> {

  /** The provider's id, and the title of the tab. */
  static final String ID = "Helpshift";

  private static final List<ProviderConfigProperty> PROPERTIES =
      Stream.concat(SettingsForm.properties().stream(), Stream.of(OpenForm.PROPERTY)).toList();

  @Override
  public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel tab)
      throws ComponentValidationException {
    if (tab.getConfig().isEmpty()) {
      // As it is kept, exported and imported: there is nothing to save.
      return;
    }
    Properties messages = AdminMessages.of(session, realm);
    List<String> problems = new ArrayList<>();
    try {
      for (SettingProblem problem :
          RealmSettings.validate(session, realm, wanted(session, realm, tab.getConfig()))) {
        FormInput input = SettingsForm.inputOf(problem.key());
        String row = input.holdsMany() ? " (" + problem.key() + ")" : "";
        problems.add(label(messages, input.label()) + row + " " + problem.message() + ".");
      }
    } catch (InvalidInputException e) {
      problems.add(label(messages, e.label()) + " " + e.getMessage() + ".");
    }
    if (!problems.isEmpty()) {
      // A parameter, because Keycloak reads the message itself as a pattern.
      throw new ComponentValidationException("{0}", String.join(" ", problems));
    }
  }

  private static String label(Properties messages, String key) {
    return messages.getProperty(key, key);
  }

  @Override
  public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel tab) {
    save(session, realm, tab);
  }

  @Override
  public void onUpdate(
      KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel tab) {
    save(session, realm, tab);
  }

  private static void save(KeycloakSession session, RealmModel realm, ComponentModel tab) {
    if (tab.getConfig().isEmpty()) {
      return;
    }
    try {
      RealmSettings.write(realm, wanted(session, realm, tab.getConfig()));
      Optional<OpenForm> form = OpenForm.savedBy(tab.getConfig());
      if (form.isPresent()) {
        form.get().saved(session, realm, SettingsForm.read(tab.getConfig()));
      }
    } catch (InvalidInputException e) {
      throw new IllegalStateException("Saved without having been validated", e);
    }
    tab.setConfig(new MultivaluedHashMap<>());
    realm.updateComponent(tab);
  }

  /**
   * All settings that the realm is to have: those it has, with the changes that an admin made in
   * the form. Without a form, as when a script writes the component, what is not named stays.
   */
  private static Map<String, String> wanted(
      KeycloakSession session, RealmModel realm, MultivaluedHashMap<String, String> config)
      throws InvalidInputException {
    SortedMap<String, String> settings = new TreeMap<>(RealmSettings.read(realm));
    SortedMap<String, String> said = SettingsForm.read(config);
    Optional<OpenForm> form = OpenForm.savedBy(config);
    SortedMap<String, String> before =
        form.isPresent()
            ? form.get().before(session, realm)
            : SettingsForm.read(SettingsForm.show(settings));
    Set<String> keys = new TreeSet<>(said.keySet());
    if (form.isPresent()) {
      keys.addAll(before.keySet());
    }
    keys.removeIf(key -> Objects.equals(said.get(key), before.get(key)));
    for (String key : keys) {
      if (said.containsKey(key)) {
        settings.put(key, said.get(key));
      } else {
        settings.remove(key);
      }
    }
    return settings;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "The realm's Helpshift settings.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return PROPERTIES;
  }

  @Override
  public String getPath() {
    return "/:realm/realm-settings/:tab?";
  }

  @Override
  public Map<String, String> getParams() {
    return Map.of("tab", "helpshift");
  }

  @Override
  public void init(Config.Scope config) {
    // Settings live in the realm.
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    // Nothing to prepare.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
