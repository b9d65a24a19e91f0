package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.compatibility.Compatibility;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;

/** Whether an email address stands for one person, and for the person it belongs to. */
final class EmailCheck implements Check {

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    return realm.layers().stream()
        .filter(layer -> CheckedRealm.settings(layer).identities().containsKey(IdentityType.EMAIL))
        .flatMap(layer -> Stream.concat(ofLayer(realm.realm(), layer), ofProviders(realm, layer)));
  }

  /** What an identity provider says counts as verified, or takes the place of what was. */
  private static Stream<Finding> ofProviders(CheckedRealm realm, ClientSettings layer) {
    if (CheckedRealm.settings(layer).emailPolicy() != EmailPolicy.VERIFIED) {
      return Stream.empty();
    }
    return Compatibility.identityProviders(realm.session())
        .filter(IdentityProviderModel::isEnabled)
        .flatMap(
            provider ->
                Boolean.TRUE.equals(provider.isTrustEmail())
                    ? Stream.of(
                        ofProvider(
                            Rule.EMAIL_TRUSTED_FROM_PROVIDER,
                            layer,
                            "Email addresses from the identity provider '%s' count as verified."
                                .formatted(provider.getAlias())))
                    : ofMappers(realm, layer, provider));
  }

  private static Stream<Finding> ofMappers(
      CheckedRealm realm, ClientSettings layer, IdentityProviderModel provider) {
    return realm
        .session()
        .identityProviders()
        .getMappersByAliasStream(provider.getAlias())
        .filter(mapper -> EmailImporter.leavesVerified(provider, mapper))
        .map(
            mapper ->
                ofProvider(
                    Rule.EMAIL_OVERWRITTEN_BY_PROVIDER,
                    layer,
                    "At each login the mapper '%s' of the identity provider '%s' writes the address."
                        .formatted(mapper.getName(), provider.getAlias())));
  }

  private static Finding ofProvider(Rule rule, ClientSettings layer, String what) {
    String policy = Setting.EMAIL_POLICY.key();
    return new Finding(rule, policy, layer.ownerOf(policy), what);
  }

  private static Stream<Finding> ofLayer(RealmModel realm, ClientSettings layer) {
    HelpshiftSettings settings = CheckedRealm.settings(layer);
    List<Finding> found = new ArrayList<>();
    String policy = Setting.EMAIL_POLICY.key();
    String owner = layer.ownerOf(policy);
    if (settings.emailPolicy() == EmailPolicy.ANY) {
      found.add(
          new Finding(
              Rule.EMAIL_UNVERIFIED_ALLOWED,
              policy,
              owner,
              realm.isLoginWithEmailAllowed()
                  ? "Email addresses are sent that nobody has verified, and people log in with them."
                  : "Email addresses are sent that nobody has verified."));
    } else if (!realm.isVerifyEmail()) {
      found.add(
          new Finding(
              Rule.EMAIL_SELDOM_VERIFIED,
              policy,
              owner,
              "The realm does not ask its users to verify their email addresses."));
    }
    if (realm.isDuplicateEmailsAllowed()) {
      String key = Setting.identityKey(IdentityType.EMAIL);
      found.add(
          new Finding(
              Rule.EMAIL_NOT_UNIQUE,
              key,
              layer.ownerOf(key),
              "The realm lets several users have the same email address."));
    }
    return found.stream();
  }
}
