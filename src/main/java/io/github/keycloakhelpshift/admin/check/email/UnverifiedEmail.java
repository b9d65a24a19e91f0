package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Finds email addresses that are sent although nobody has verified them. */
public record UnverifiedEmail(CheckedRealm realm) implements EmailRule {

  private static final Source EMAIL = new Source(Source.Kind.ATTRIBUTE, UserModel.EMAIL);

  @Override
  public Stream<Finding> findings(EmailLayer email) {
    return (email.isVerified() ? seldom(email) : any(email)).stream();
  }

  /** Checks the policy any. It is acceptable if only admins write addresses. */
  private Optional<Finding> any(EmailLayer email) {
    boolean byAdmins =
        !realm.sources().isUserEditable(EMAIL) && realm.providers().enabled().findAny().isEmpty();
    return byAdmins
        ? Optional.empty()
        : Optional.of(
            email
                .ofPolicy(Code.EMAIL_UNVERIFIED_ALLOWED)
                .as(realm.model().isLoginWithEmailAllowed() ? "login" : ""));
  }

  private Optional<Finding> seldom(EmailLayer email) {
    return realm.model().isVerifyEmail()
        ? Optional.empty()
        : Optional.of(email.ofPolicy(Code.EMAIL_SELDOM_VERIFIED));
  }
}
