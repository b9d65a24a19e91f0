package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** The realm's identity providers, and their mappers. */
public record IdentityProviders(
    List<IdentityProviderModel> all, List<IdentityProviderMapperModel> mappers) {

  static IdentityProviders of(KeycloakSession session) {
    List<IdentityProviderModel> all = Compatibility.identityProviders(session).toList();
    return new IdentityProviders(
        all, all.isEmpty() ? List.of() : session.identityProviders().getMappersStream().toList());
  }

  public Stream<IdentityProviderModel> enabled() {
    return all.stream().filter(IdentityProviderModel::isEnabled);
  }

  public boolean isDisabled(String alias) {
    return all.stream()
        .anyMatch(provider -> provider.getAlias().equals(alias) && !provider.isEnabled());
  }

  public Stream<IdentityProviderMapperModel> mappersOf(IdentityProviderModel provider) {
    return mappers.stream()
        .filter(mapper -> provider.getAlias().equals(mapper.getIdentityProviderAlias()));
  }

  public Set<String> aliases() {
    return all.stream().map(IdentityProviderModel::getAlias).collect(Collectors.toSet());
  }

  /**
   * Whether a mapper contains the name of that session note, as its value or in its list of claims.
   */
  boolean writeNote(String note) {
    return mappers.stream()
        .flatMap(mapper -> mapper.getConfig().values().stream())
        .filter(Objects::nonNull)
        .anyMatch(value -> note.equals(value) || value.contains('"' + note + '"'));
  }
}
