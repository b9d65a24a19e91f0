package io.github.keycloakhelpshift.admin.check.realm;

import java.util.List;

/** All secrets of the realm, to find them in texts. */
public record KnownSecrets(List<ResolvedSecret> all) {

  /** The minimal length of a text that can be a secret. */
  private static final int MIN_LENGTH = 16;

  public boolean isOne(String text) {
    return text != null
        && text.length() >= MIN_LENGTH
        && all.stream().anyMatch(secret -> secret.fits(text.strip()::equals));
  }

  public boolean isIn(String text) {
    return text.length() >= MIN_LENGTH
        && all.stream()
            .anyMatch(
                secret -> secret.fits(one -> one.length() >= MIN_LENGTH && text.contains(one)));
  }
}
