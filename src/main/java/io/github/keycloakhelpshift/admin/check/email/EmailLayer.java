package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;

/** Settings with which email addresses are sent. */
record EmailLayer(Layer layer) {

  boolean isVerified() {
    return layer.values().emailPolicy() == EmailPolicy.VERIFIED;
  }

  Source source() {
    return layer.values().identities().get(IdentityType.EMAIL).value();
  }

  Finding ofPolicy(Code code, Object... arguments) {
    return layer.finding(code, Setting.EMAIL_POLICY.key(), arguments);
  }

  Finding ofIdentity(Code code, Object... arguments) {
    return layer.finding(code, Setting.identityKey(IdentityType.EMAIL), arguments);
  }
}
