package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.theme.Theme;

/** Finds mistakes that keep the chat out of the login pages. */
public final class LoginPages implements Rule {

  /** The client attribute for a login theme of its own. */
  private static final String LOGIN_THEME = "login_theme";

  private final CheckedRealm realm;
  private final Themes themes;

  public LoginPages(CheckedRealm realm) {
    this.realm = realm;
    this.themes = new Themes(realm.session());
  }

  @Override
  public Stream<Finding> findings() {
    if (realm.clients().isEmpty()) {
      return realm.layers().stream()
          .filter(layer -> layer.values().loginPages())
          .flatMap(layer -> of(layer, realm.model().getLoginTheme(), Place.REALM).stream());
    }
    return realm.clients().stream()
        .filter(client -> client.layer().values().loginPages())
        .flatMap(client -> of(client.layer(), theme(client), place(client)).stream());
  }

  private String theme(CheckedClient client) {
    String own = client.model().getAttribute(LOGIN_THEME);
    return own == null || own.isBlank() ? realm.model().getLoginTheme() : own;
  }

  private static Place place(CheckedClient client) {
    String own = client.model().getAttribute(LOGIN_THEME);
    return own == null || own.isBlank() ? Place.REALM : client.place();
  }

  private Optional<Finding> of(Layer layer, String theme, Place place) {
    return themes.load(theme, Theme.Type.LOGIN)
        ? BlockedWidget.in(realm.model(), layer.values(), place)
        : Optional.of(
            Finding.of(Code.LOGIN_THEME_NOT_CHOSEN, place.setting(Setting.LOGIN_PAGES.key())));
  }
}
