package io.github.keycloakhelpshift.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.provider.ProviderConfigProperty;

class MapperPropertiesTest {

  private final Map<String, ProviderConfigProperty> form =
      new IdentityTokenMapper()
          .getConfigProperties().stream()
              .collect(Collectors.toMap(ProviderConfigProperty::getName, Function.identity()));

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("Keycloak's usual switches; by default only userinfo is on")
  @CsvSource({
    "id.token.claim,            false",
    "access.token.claim,        false",
    "lightweight.claim,         false",
    "userinfo.token.claim,      true",
    "introspection.token.claim, false"
  })
  void switches(String name, String defaultValue) {
    assertThat(form).containsKey(name);
    assertThat(form.get(name).getDefaultValue()).isEqualTo(defaultValue);
    assertThat(form.get(name).getType()).isEqualTo(ProviderConfigProperty.BOOLEAN_TYPE);
  }

  @Test
  @DisplayName("no client setting has a default: the form would save it and override the realm")
  void noDefaults() {
    assertThat(form.values())
        .filteredOn(property -> property.getName().startsWith("helpshift."))
        .isNotEmpty()
        .allMatch(property -> property.getDefaultValue() == null);
    assertThat(form.get("claim.name").getDefaultValue()).isNull();
  }

  @Test
  @DisplayName("a form that is saved as it opens changes no setting")
  void savedAsItOpens() {
    Map<String, String> saved =
        form.values().stream()
            .collect(
                Collectors.toMap(
                    ProviderConfigProperty::getName,
                    property ->
                        property.getDefaultValue() == null
                            ? ""
                            : property.getDefaultValue().toString()));
    Map<String, String> realm =
        Map.of(
            "helpshift.email_policy", "any",
            "helpshift.full_privacy", "private",
            "helpshift.identity.uid", "username",
            "helpshift.secret", "${vault.helpshift}");

    assertThat(new SettingsReader(WebChatHosts.HELPSHIFT).read(realm, saved))
        .usingRecursiveComparison()
        .isEqualTo(new SettingsReader(WebChatHosts.HELPSHIFT).read(realm, Map.of()));
  }

  @ParameterizedTest
  @DisplayName("a source for each identity, under its own name")
  @EnumSource(IdentityType.class)
  void identities(IdentityType type) {
    ProviderConfigProperty property = form.get("helpshift.identity." + type.identifier());

    assertThat(property.getLabel()).isEqualTo(type.identifier());
    assertThat(property.getHelpText()).isEqualTo("helpshiftIdentityHelp");
  }

  @Test
  @DisplayName("choices of the client's settings have a blank option, for the realm's setting")
  void choices() {
    assertThat(form.values())
        .filteredOn(property -> property.getType().equals(ProviderConfigProperty.LIST_TYPE))
        .extracting(property -> entry(property.getName(), property.getOptions()))
        .containsExactlyInAnyOrder(
            entry("helpshift.claim.format", List.of("token", "identities", "user_auth_token")),
            entry("helpshift.login", List.of("", "identities", "user_auth_token")),
            entry("helpshift.email_policy", List.of("", "verified", "any")));
  }

  @Test
  @DisplayName("the form saves only known keys")
  void knownKeys() {
    for (String name : form.keySet()) {
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(Map.of(name, "\u0000"), Map.of())
                  .problems())
          .noneMatch(problem -> problem.toString().contains("not a setting"));
    }
  }

  @Test
  @DisplayName("each has a label and a help text")
  void words() {
    assertThat(form.values())
        .allSatisfy(
            property -> {
              assertThat(property.getLabel()).isNotBlank();
              assertThat(property.getHelpText()).isNotBlank();
            });
  }
}
