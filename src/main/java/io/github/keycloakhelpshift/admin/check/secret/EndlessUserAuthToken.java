package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.stream.Stream;

/** Logins by a digest: it never expires, and no logout ends it. */
public record EndlessUserAuthToken(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .filter(layer -> layer.values().login() == LoginMethod.USER_AUTH_TOKEN)
        .map(layer -> layer.finding(Code.USER_AUTH_TOKEN_NEVER_EXPIRES, Setting.LOGIN.key()));
  }
}
