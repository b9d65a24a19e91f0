package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;
import org.keycloak.theme.Theme;

/** Finds mistakes that keep the chat out of the login pages. */
public record LoginPages(CheckedRealm realm) implements Rule {

  /** The client attribute for a login theme of its own. */
  private static final String LOGIN_THEME = "login_theme";

  @Override
  public Stream<Finding> findings() {
    return realm.clients().isEmpty()
        ? realm.layers().stream().flatMap(layer -> of(layer, ofRealm(), Place.REALM))
        : realm.clients().stream().flatMap(this::of);
  }

  private Stream<Finding> of(CheckedClient client) {
    String own = client.model().getAttribute(LOGIN_THEME);
    return own == null || own.isBlank()
        ? of(client.layer(), ofRealm(), Place.REALM)
        : of(client.layer(), own, client.place());
  }

  private String ofRealm() {
    return realm.model().getLoginTheme();
  }

  private Stream<Finding> of(Layer layer, String theme, Place place) {
    if (!layer.values().loginPages()) {
      return Stream.empty();
    }
    return new Themes(realm.session()).load(theme, Theme.Type.LOGIN)
        ? new BlockedWidget(realm.model(), layer.values()).finding(place).stream()
        : Stream.of(
            Finding.of(Code.LOGIN_THEME_NOT_CHOSEN, place.setting(Setting.LOGIN_PAGES.key())));
  }
}
