package io.github.keycloakhelpshift.admin.check.secret;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Suggests the vault's entry that a missing one probably meant. A vault can't list its entries. */
final class VaultEntrySuggestion {

  private VaultEntrySuggestion() {}

  /** Returns the first entry with a similar name in the vault. */
  static Optional<String> of(KeycloakSession session, String realm, String entry) {
    Set<String> similar = new LinkedHashSet<>();
    for (String name :
        List.of(entry.strip(), entry.replaceFirst("^" + Pattern.quote(realm) + "_", ""))) {
      similar.addAll(
          List.of(
              name,
              name.toLowerCase(Locale.ROOT),
              name.replace('-', '_'),
              name.replace('.', '_'),
              name.replace('_', '-'),
              name.replace("__", "_")));
    }
    similar.remove(entry);
    return similar.stream().filter(name -> has(session, name)).findFirst();
  }

  private static boolean has(KeycloakSession session, String entry) {
    try (VaultStringSecret secret = session.vault().getStringSecret("${vault." + entry + "}")) {
      return secret.get().isPresent();
    } catch (RuntimeException e) {
      // A vault that fails has no entry to suggest.
      return false;
    }
  }
}
