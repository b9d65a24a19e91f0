package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  private final List<ProviderConfigProperty> properties = new ArrayList<>();

  MapperProperties(Class<? extends ProtocolMapper> mapper) {
    APP.forEach(this::add);
    for (IdentityType type : IdentityType.values()) {
      add(Setting.identityKey(type), type.identifier(), Setting.IDENTITY.messageKey() + "Help");
    }
    USERS.forEach(this::add);
    add(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, "helpshiftClaimName", "helpshiftClaimNameHelp");
    addChoice(Setting.CLAIM_FORMAT, Stream.empty());
    addSwitches(mapper);
  }

  List<ProviderConfigProperty> all() {
    return List.copyOf(properties);
  }

  private void add(Setting setting) {
    if (setting.type() == SettingType.CHOICE) {
      addChoice(setting, Stream.of(""));
    } else {
      add(setting.key(), setting.messageKey(), setting.messageKey() + "Help");
    }
  }

  private void addChoice(Setting setting, Stream<String> first) {
    ProviderConfigProperty property =
        add(setting.key(), setting.messageKey(), setting.messageKey() + "Help");
    property.setType(ProviderConfigProperty.LIST_TYPE);
    property.setOptions(Stream.concat(first, setting.options().stream()).toList());
  }

  private ProviderConfigProperty add(String name, String label, String help) {
    ProviderConfigProperty property =
        new ProviderConfigProperty(name, label, help, ProviderConfigProperty.STRING_TYPE, null);
    properties.add(property);
    return property;
  }

  /**
   * Adds the switches, with only userinfo on. Keycloak's default is on everywhere, but an identity
   * token is valid for a day, apps pass access tokens on, and the address of a logout contains the
   * ID token.
   */
  private void addSwitches(Class<? extends ProtocolMapper> mapper) {
    List<ProviderConfigProperty> switches = new ArrayList<>();
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(switches, mapper);
    for (ProviderConfigProperty property : switches) {
      boolean userinfo = property.getName().equals(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO);
      property.setDefaultValue(String.valueOf(userinfo));
      properties.add(property);
    }
  }
}
