package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.stream.Stream;

/**
 * Settings with which email addresses are sent.
 *
 * @param layer the settings
 */
record EmailLayer(Layer layer) {

  static Stream<EmailLayer> of(CheckedRealm realm) {
    return realm.layers().stream()
        .filter(layer -> layer.values().identities().containsKey(IdentityType.EMAIL))
        .map(EmailLayer::new);
  }

  /** Whether only verified addresses are sent. */
  boolean isVerified() {
    return layer.values().emailPolicy() == EmailPolicy.VERIFIED;
  }

  Source source() {
    return layer.values().identities().get(IdentityType.EMAIL).value();
  }

  Finding ofPolicy(Code code, Object... arguments) {
    return Finding.of(code, layer.place(Setting.EMAIL_POLICY.key()), arguments);
  }

  Finding ofIdentity(Code code, Object... arguments) {
    return Finding.of(code, layer.place(Setting.identityKey(IdentityType.EMAIL)), arguments);
  }
}
