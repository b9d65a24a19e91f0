package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.UsedSecret;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds one secret for both ways to log in. Helpshift gives each its own. */
public record SecretOfTwoLogins(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    List<UsedSecret> digests = secrets(LoginMethod.USER_AUTH_TOKEN).toList();
    return secrets(LoginMethod.IDENTITIES)
        .flatMap(
            one ->
                digests.stream()
                    .filter(other -> other.secret().isSame(one.secret()))
                    .map(
                        other ->
                            Finding.of(
                                Code.SECRET_OF_BOTH_LOGINS,
                                Place.REALM,
                                one.holder(),
                                other.holder())));
  }

  private Stream<UsedSecret> secrets(LoginMethod login) {
    return realm.usedSecrets().filter(secret -> secret.method().equals(Optional.of(login)));
  }
}
