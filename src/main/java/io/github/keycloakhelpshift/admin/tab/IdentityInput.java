package io.github.keycloakhelpshift.admin.tab;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The source of one identity: a drop-down of the realm's user attributes, which takes any other
 * source as text, and a drop-down of the realm's identity providers where a login there can be the
 * source. The console has no input that offers both.
 */
final class IdentityInput implements FormInput {

  private static final Set<IdentityType> OF_NO_PROVIDER =
      Set.of(IdentityType.EMAIL, IdentityType.PHONE_NUMBER, IdentityType.WHATSAPP_ID);

  private final String key;
  private final ProviderConfigProperty source;
  private final ProviderConfigProperty provider;

  IdentityInput(IdentityType type) {
    String name = "identity_" + type.identifier();
    key = Setting.identityKey(type);
    source = FormInput.property(name, ProviderConfigProperty.USER_PROFILE_ATTRIBUTE_LIST_TYPE);
    provider =
        OF_NO_PROVIDER.contains(type)
            ? null
            : FormInput.property(
                name + "_provider", ProviderConfigProperty.IDENTITY_PROVIDER_MULTI_LIST_TYPE);
  }

  @Override
  public List<ProviderConfigProperty> properties() {
    return provider == null ? List.of(source) : List.of(source, provider);
  }

  @Override
  public boolean holds(String key) {
    return key.equals(this.key);
  }

  @Override
  public void show(Map<String, String> settings, MultivaluedHashMap<String, String> form) {
    String text = settings.get(key);
    if (text == null) {
      return;
    }
    if (provider != null && text.startsWith(Source.IDP_PREFIX)) {
      form.putSingle(provider.getName(), text.substring(Source.IDP_PREFIX.length()));
    } else {
      form.putSingle(source.getName(), text);
    }
  }

  @Override
  public void read(MultivaluedHashMap<String, String> form, Map<String, String> settings)
      throws InvalidInputException {
    List<String> sources = new ArrayList<>(FormInput.texts(form, source.getName()));
    if (provider != null) {
      FormInput.texts(form, provider.getName())
          .forEach(alias -> sources.add(Source.IDP_PREFIX + alias));
    }
    if (sources.size() > 1) {
      throw new InvalidInputException(
          label(), "has more than one source: choose an attribute or one identity provider");
    }
    sources.forEach(text -> settings.put(key, text));
  }
}
