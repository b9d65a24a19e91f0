package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;

/** Finds email addresses that count as verified because they come from an identity provider. */
public record ProviderEmails(CheckedRealm realm) implements EmailRule {

  @Override
  public Stream<Finding> findings(EmailLayer email) {
    return email.isVerified()
        ? realm.providers().enabled().flatMap(provider -> of(email, provider))
        : Stream.empty();
  }

  private Stream<Finding> of(EmailLayer email, IdentityProviderModel provider) {
    if (Boolean.TRUE.equals(provider.isTrustEmail())) {
      return Stream.of(email.ofPolicy(Code.EMAIL_TRUSTED_FROM_PROVIDER, provider.getAlias()));
    }
    return realm
        .providers()
        .mappersOf(provider)
        .filter(mapper -> new EmailImporter(provider, mapper).leavesVerified())
        .map(
            mapper ->
                email.ofPolicy(
                    Code.EMAIL_OVERWRITTEN_BY_PROVIDER, provider.getAlias(), mapper.getName()));
  }
}
