package io.github.keycloakhelpshift.client;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * The mappers of one scope that opt a client in.
 *
 * @param scope a client scope, or a client itself
 */
public record ScopeMappers(ClientScopeModel scope) {

  public static final String MAPPER_ID = "helpshift-identity-token";

  public Stream<ProtocolMapperModel> all() {
    return scope
        .getProtocolMappersStream()
        .filter(mapper -> MAPPER_ID.equals(mapper.getProtocolMapper()));
  }

  public boolean exist() {
    return all().findAny().isPresent();
  }

  /**
   * Returns the first mapper by the scope's name, then by its own name, so that it is always the
   * same.
   */
  static Optional<ProtocolMapperModel> first(Stream<? extends ClientScopeModel> scopes) {
    return scopes
        .sorted(Comparator.comparing(ClientScopeModel::getName))
        .map(ScopeMappers::new)
        .flatMap(
            mappers -> mappers.all().sorted(Comparator.comparing(ProtocolMapperModel::getName)))
        .findFirst();
  }
}
