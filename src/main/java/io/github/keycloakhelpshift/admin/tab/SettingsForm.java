package io.github.keycloakhelpshift.admin.tab;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/** The form of the tab: from settings to inputs and back. */
final class SettingsForm {

  private static final List<FormInput> INPUTS = inputs();

  private SettingsForm() {}

  private static List<FormInput> inputs() {
    List<FormInput> inputs = new ArrayList<>();
    // First a drop-down of attributes: the console moves the focus to one, and scrolls to it.
    inputs.add(new IdentityInput(IdentityType.UID));
    inputs.add(TextInput.of(Setting.DOMAIN));
    inputs.add(TextInput.of(Setting.PLATFORM_ID));
    inputs.add(TextInput.of(Setting.SECRET));
    inputs.add(new IdentityInput(IdentityType.EMAIL));
    inputs.add(TextInput.of(Setting.EMAIL_POLICY));
    EnumSet.complementOf(EnumSet.of(IdentityType.UID, IdentityType.EMAIL)).stream()
        .map(IdentityInput::new)
        .forEach(inputs::add);
    inputs.add(TextInput.of(Setting.FULL_PRIVACY));
    inputs.add(MapInput.ofMetadata("metadata"));
    inputs.add(MapInput.of("user_data_global", Setting.USER_DATA_GLOBAL));
    inputs.add(MapInput.of("user_data_app", Setting.USER_DATA_APP));
    inputs.add(new ListInput(Setting.TAGS));
    inputs.add(TextInput.of(Setting.LOGIN_PAGES));
    inputs.add(MapInput.of("widget", Setting.WIDGET));
    inputs.add(TextInput.of(Setting.WEB_CHAT_URL));
    inputs.add(MapInput.ofOthers("others", List.copyOf(inputs)));
    return List.copyOf(inputs);
  }

  /** What the console draws. */
  static List<ProviderConfigProperty> properties() {
    return INPUTS.stream().flatMap(input -> input.properties().stream()).toList();
  }

  /** The form as it shows those settings. */
  static MultivaluedHashMap<String, String> show(Map<String, String> settings) {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    INPUTS.forEach(input -> input.show(settings, form));
    return form;
  }

  /**
   * The settings that a form says.
   *
   * @throws InvalidInputException if it says something that no setting can say
   */
  static SortedMap<String, String> read(MultivaluedHashMap<String, String> form)
      throws InvalidInputException {
    SortedMap<String, String> settings = new TreeMap<>();
    for (FormInput input : INPUTS) {
      input.read(form, settings);
    }
    return settings;
  }

  /** The input that shows a setting. */
  static FormInput inputOf(String key) {
    return INPUTS.stream().filter(input -> input.holds(key)).findFirst().orElseThrow();
  }
}
