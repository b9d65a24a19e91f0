package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.theme.Theme;

/** Finds mistakes that keep the chat out of the account console. */
public record AccountConsole(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    boolean usable =
        realm.allClients().stream()
            .filter(ClientModel::isEnabled)
            .anyMatch(client -> client.getClientId().equals(Constants.ACCOUNT_CONSOLE_CLIENT_ID));
    if (!usable) {
      return Stream.empty();
    }
    if (!new Themes(realm.session()).load(realm.model().getAccountTheme(), Theme.Type.ACCOUNT)) {
      return Stream.of(Finding.of(Code.THEME_NOT_CHOSEN, Place.REALM));
    }
    Optional<CheckedClient> console =
        realm.clients().stream().filter(CheckedClient::isAccountConsole).findFirst();
    Stream<Finding> refused =
        console.isPresent()
            ? Stream.empty()
            : Stream.of(
                Finding.of(
                    Code.ACCOUNT_CONSOLE_NOT_OPTED_IN,
                    Place.ofClient(Constants.ACCOUNT_CONSOLE_CLIENT_ID)));
    HelpshiftSettings settings =
        console.map(CheckedClient::layer).orElse(realm.layers().get(0)).values();
    return Stream.concat(
        refused, new BlockedWidget(realm.model(), settings).finding(Place.REALM).stream());
  }
}
