package io.github.keycloakhelpshift.admin.check.secret;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** The vault's entry that an admin probably meant by one that is missing. */
record MeantVaultEntry(KeycloakSession session, String realm, String typed) {

  /** Returns the first entry with a similar name in the vault, which can't list its entries. */
  Optional<String> find() {
    Set<String> similar = new LinkedHashSet<>();
    for (String name :
        List.of(typed.strip(), typed.replaceFirst("^" + Pattern.quote(realm) + "_", ""))) {
      similar.addAll(
          List.of(
              name,
              name.toLowerCase(Locale.ROOT),
              name.replace('-', '_'),
              name.replace('.', '_'),
              name.replace('_', '-'),
              name.replace("__", "_")));
    }
    similar.remove(typed);
    return similar.stream().filter(this::exists).findFirst();
  }

  private boolean exists(String entry) {
    try (VaultStringSecret secret = session.vault().getStringSecret("${vault." + entry + "}")) {
      return secret.get().isPresent();
    } catch (RuntimeException e) {
      // A vault that fails has no entry to suggest.
      return false;
    }
  }
}
