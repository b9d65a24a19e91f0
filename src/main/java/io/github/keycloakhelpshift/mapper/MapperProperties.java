package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingType;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The mapper's form: the app, the identities, then the claim with Keycloak's usual switches. Labels
 * and help are keys of the message bundles, which the admin console translates. No setting has a
 * default here: the form would save it, and it would override the realm's setting.
 */
final class MapperProperties {

  private static final List<Setting> APP =
      List.of(Setting.DOMAIN, Setting.PLATFORM_ID, Setting.LOGIN);

  private static final List<Setting> USERS =
      List.of(
          Setting.USER_NAME,
          Setting.EMAIL_POLICY,
          Setting.FULL_PRIVACY,
          Setting.TAGS,
          Setting.SECRET);

  private MapperProperties() {}

  static List<ProviderConfigProperty> of(Class<? extends ProtocolMapper> mapper) {
    List<ProviderConfigProperty> properties = new ArrayList<>();
    APP.stream().map(MapperProperties::ofSetting).forEach(properties::add);
    for (IdentityType type : IdentityType.values()) {
      properties.add(
          property(
              Setting.identityKey(type),
              type.identifier(),
              Setting.IDENTITY.messageKey() + "Help"));
    }
    USERS.stream().map(MapperProperties::ofSetting).forEach(properties::add);
    properties.add(
        property(
            OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME,
            "helpshiftClaimName",
            "helpshiftClaimNameHelp"));
    properties.add(choice(Setting.CLAIM_FORMAT, Setting.CLAIM_FORMAT.options()));
    addSwitches(properties, mapper);
    return List.copyOf(properties);
  }

  /**
   * Adds the switches, with only userinfo on. Keycloak's default is on everywhere, but an identity
   * token is valid for a day, apps pass access tokens on, and the address of a logout contains the
   * ID token.
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

  private static ProviderConfigProperty ofSetting(Setting setting) {
    if (setting.type() != SettingType.CHOICE) {
      return property(setting.key(), setting.messageKey(), setting.messageKey() + "Help");
    }
    List<String> options = new ArrayList<>(List.of(""));
    options.addAll(setting.options());
    return choice(setting, options);
  }

  private static ProviderConfigProperty choice(Setting setting, List<String> options) {
    ProviderConfigProperty property =
        property(setting.key(), setting.messageKey(), setting.messageKey() + "Help");
    property.setType(ProviderConfigProperty.LIST_TYPE);
    property.setOptions(options);
    return property;
  }

  private static ProviderConfigProperty property(String name, String label, String help) {
    return new ProviderConfigProperty(name, label, help, ProviderConfigProperty.STRING_TYPE, null);
  }
}
