package io.github.keycloakhelpshift.admin.tab;

import io.github.keycloakhelpshift.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/** One setting that is a list, separated by commas: a line for each of its members. */
final class ListInput implements FormInput {

  private final Setting setting;
  private final ProviderConfigProperty property;

  ListInput(Setting setting) {
    this.setting = setting;
    this.property =
        FormInput.property(
            setting.key().substring(Setting.PREFIX.length()),
            ProviderConfigProperty.MULTIVALUED_STRING_TYPE);
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
    String members = settings.get(setting.key());
    if (members != null) {
      form.put(property.getName(), Arrays.stream(members.split(",")).map(String::strip).toList());
    }
  }

  @Override
  public void read(MultivaluedHashMap<String, String> form, Map<String, String> settings) {
    String members = String.join(", ", FormInput.texts(form, property.getName()));
    if (!members.isEmpty()) {
      settings.put(setting.key(), members);
    }
  }
}
