package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.identity.IdentityType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.UserModel;

/** Finds identities from an attribute or a note that an identity provider's mapper fills. */
public record ImportedSource(CheckedRealm realm) implements IdentityRule {

  /** The config keys with which mappers name the attribute that they write. */
  private static final List<String> ATTRIBUTE_KEYS =
      List.of("user.attribute", "userAttribute", "attribute");

  /** Claims that the provider chooses: the id of the account. */
  private static final Map<String, Set<String>> IDS =
      Map.of("claim", Set.of("sub", "oid"), "jsonField", Set.of("sub", "id"));

  @Override
  public Stream<Finding> findings(IdentitySource identity) {
    if (identity.type() == IdentityType.EMAIL || !identity.isAttribute()) {
      return Stream.empty();
    }
    return realm
        .providers()
        .enabled()
        .flatMap(realm.providers()::mappersOf)
        .filter(mapper -> writes(mapper, identity.source().name()))
        .filter(mapper -> !copiesId(mapper))
        .map(
            mapper ->
                identity.finding(
                    Code.SOURCE_FROM_PROVIDER,
                    mapper.getName(),
                    mapper.getIdentityProviderAlias()));
  }

  private static boolean copiesId(IdentityProviderMapperModel mapper) {
    return IDS.entrySet().stream()
        .anyMatch(
            claims ->
                claims.getValue().contains(mapper.getConfig().getOrDefault(claims.getKey(), "")));
  }

  private static boolean writes(IdentityProviderMapperModel mapper, String attribute) {
    boolean username =
        attribute.equals(UserModel.USERNAME)
            && String.valueOf(mapper.getIdentityProviderMapper()).contains("username");
    return username
        || ATTRIBUTE_KEYS.stream().map(mapper.getConfig()::get).anyMatch(attribute::equals);
  }
}
