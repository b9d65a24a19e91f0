package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MappedSources;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;

/** Finds linked accounts of identity providers that nobody can link any more. */
public record DisabledProvider(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    Set<String> disabled =
        realm.providers().all().stream()
            .filter(provider -> !provider.isEnabled())
            .map(IdentityProviderModel::getAlias)
            .collect(Collectors.toSet());
    return realm.layers().stream()
        .flatMap(
            layer ->
                MappedSources.of(layer.values()).entrySet().stream()
                    .filter(entry -> entry.getValue().kind() == Source.Kind.IDENTITY_PROVIDER)
                    .filter(entry -> disabled.contains(entry.getValue().name()))
                    .map(
                        entry ->
                            Finding.of(
                                Code.IDENTITY_PROVIDER_DISABLED,
                                layer.place(entry.getKey()),
                                entry.getValue())));
  }
}
