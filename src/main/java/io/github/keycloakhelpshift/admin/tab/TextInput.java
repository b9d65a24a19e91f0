package io.github.keycloakhelpshift.admin.tab;

import io.github.keycloakhelpshift.settings.Setting;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting that is one text: a text field, a drop-down or a switch. What has no empty state
 * shows its default.
 */
final class TextInput implements FormInput {

  private final Setting setting;
  private final ProviderConfigProperty property;

  private TextInput(Setting setting, String type) {
    this.setting = setting;
    this.property =
        FormInput.property(
            setting.key().substring(Setting.PREFIX.length()).replace('.', '_'), type);
  }

  static TextInput of(Setting setting) {
    return switch (setting.type()) {
      case SOURCE ->
          new TextInput(setting, ProviderConfigProperty.USER_PROFILE_ATTRIBUTE_LIST_TYPE);
      case BOOLEAN -> new TextInput(setting, ProviderConfigProperty.BOOLEAN_TYPE).withDefault();
      case CHOICE -> {
        TextInput input = new TextInput(setting, ProviderConfigProperty.LIST_TYPE).withDefault();
        input.property.setOptions(setting.options());
        yield input;
      }
      case VAULT_REFERENCE -> {
        TextInput input = new TextInput(setting, ProviderConfigProperty.STRING_TYPE);
        // Keycloak masks what is no vault reference, in admin events too.
        input.property.setSecret(true);
        yield input;
      }
      default -> new TextInput(setting, ProviderConfigProperty.STRING_TYPE);
    };
  }

  private TextInput withDefault() {
    property.setDefaultValue(setting.defaultValue().orElseThrow());
    return this;
  }

  @Override
  public List<ProviderConfigProperty> properties() {
    return List.of(property);
  }

  @Override
  public boolean holds(String key) {
    return key.equals(setting.key());
  }

  @Override
  public void show(Map<String, String> settings, MultivaluedHashMap<String, String> form) {
    String value = settings.get(setting.key());
    if (value == null) {
      value = (String) property.getDefaultValue();
    }
    if (value != null) {
      form.putSingle(property.getName(), value);
    }
  }

  @Override
  public void read(MultivaluedHashMap<String, String> form, Map<String, String> settings) {
    String value = FormInput.text(form, property.getName());
    if (!value.isEmpty()) {
      settings.put(setting.key(), value);
    }
  }
}
