package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Whether an email address stands for one person, and for the person it belongs to. */
final class EmailCheck implements Check {

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    return realm.layers().stream()
        .filter(layer -> CheckedRealm.settings(layer).identities().containsKey(IdentityType.EMAIL))
        .flatMap(layer -> Stream.concat(ofLayer(realm.realm(), layer), ofProviders(realm, layer)));
  }

  /** By "Trust email", what an identity provider says counts as verified. */
  private static Stream<Finding> ofProviders(CheckedRealm realm, ClientLayer layer) {
    if (CheckedRealm.settings(layer).emailPolicy() != EmailPolicy.VERIFIED) {
      return Stream.empty();
    }
    String policy = Setting.EMAIL_POLICY.key();
    return Compatibility.identityProviders(realm.session())
        .filter(provider -> provider.isEnabled() && Boolean.TRUE.equals(provider.isTrustEmail()))
        .map(
            provider ->
                new Finding(
                    Rule.EMAIL_TRUSTED_FROM_PROVIDER,
                    policy,
                    layer.ownerOf(policy),
                    "Email addresses from the identity provider '%s' count as verified."
                        .formatted(provider.getAlias())));
  }

  private static Stream<Finding> ofLayer(RealmModel realm, ClientLayer layer) {
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
