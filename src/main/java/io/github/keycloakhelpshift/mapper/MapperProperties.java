package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The mapper's form: Keycloak's usual switches, then a client's own settings. None of those has a
 * default here: the form would save it, and it would hide what the realm says.
 */
final class MapperProperties {

  private static final List<Setting> CLIENT_SETTINGS =
      List.of(
          Setting.DOMAIN,
          Setting.PLATFORM_ID,
          Setting.SECRET,
          Setting.EMAIL_POLICY,
          Setting.FULL_PRIVACY,
          Setting.TAGS,
          Setting.WEB_CHAT_URL);

  private MapperProperties() {}

  static List<ProviderConfigProperty> of(Class<? extends ProtocolMapper> mapper) {
    List<ProviderConfigProperty> properties = new ArrayList<>();
    properties.add(
        property(
            OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME,
            "Token claim name",
            "The claim that holds the identity token. Blank: no claim; the client may still get"
                + " tokens from the endpoint."));
    properties.add(choice(Setting.CLAIM_FORMAT, Setting.CLAIM_FORMAT.options()));
    addSwitches(properties, mapper);
    for (IdentityType type : IdentityType.values()) {
      properties.add(
          property(
              Setting.identityKey(type),
              type.identifier(),
              Setting.IDENTITY.help() + " Blank: what the realm says."));
    }
    CLIENT_SETTINGS.stream().map(MapperProperties::clientSetting).forEach(properties::add);
    return List.copyOf(properties);
  }

  /**
   * On in userinfo alone, where Keycloak's default is on everywhere: an identity token is good for
   * a day, and access tokens are passed on, ID tokens stand in the address of a logout.
   */
  private static void addSwitches(
      List<ProviderConfigProperty> properties, Class<? extends ProtocolMapper> mapper) {
    List<ProviderConfigProperty> switches = new ArrayList<>();
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(switches, mapper);
    for (ProviderConfigProperty property : switches) {
      boolean userinfo = property.getName().equals(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO);
      property.setDefaultValue(String.valueOf(userinfo));
      properties.add(property);
    }
  }

  private static ProviderConfigProperty clientSetting(Setting setting) {
    if (setting.type() != Setting.Type.CHOICE) {
      return property(
          setting.key(), setting.label(), setting.help() + " Blank: what the realm says.");
    }
    List<String> options = new ArrayList<>(List.of(""));
    options.addAll(setting.options());
    return choice(setting, options);
  }

  private static ProviderConfigProperty choice(Setting setting, List<String> options) {
    ProviderConfigProperty property = property(setting.key(), setting.label(), setting.help());
    property.setType(ProviderConfigProperty.LIST_TYPE);
    property.setOptions(options);
    return property;
  }

  private static ProviderConfigProperty property(String name, String label, String help) {
    return new ProviderConfigProperty(name, label, help, ProviderConfigProperty.STRING_TYPE, null);
  }
}
