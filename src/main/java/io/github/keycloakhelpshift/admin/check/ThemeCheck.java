package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Whether Keycloak's own pages load the chat, and whether browsers let them. */
final class ThemeCheck implements Check {

  private static final String ACCOUNT_SCRIPT = "helpshift/account.js";
  private static final String LOGIN_SCRIPT = "helpshift/login.js";
  private static final String CSP = "contentSecurityPolicy";

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    return Stream.concat(ofAccountConsole(realm), ofLoginPages(realm));
  }

  private static Stream<Finding> ofAccountConsole(CheckedRealm realm) {
    RealmModel model = realm.realm();
    ClientModel client = model.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
    if (client == null || !client.isEnabled()) {
      return Stream.empty();
    }
    if (!loads(realm.session(), model.getAccountTheme(), Theme.Type.ACCOUNT, ACCOUNT_SCRIPT)) {
      return Stream.of(
          new Finding(
              Rule.THEME_NOT_CHOSEN, "The account theme does not load " + ACCOUNT_SCRIPT + "."));
    }
    ClientSettings layer = ClientSettings.of(model, client);
    Stream<Finding> refused =
        layer.optedIn()
            ? Stream.empty()
            : Stream.of(
                new Finding(
                    Rule.ACCOUNT_CONSOLE_NOT_OPTED_IN,
                    null,
                    client.getClientId(),
                    "The client has no mapper 'Helpshift identity token'."));
    return Stream.concat(refused, blocked(model, CheckedRealm.settings(layer)));
  }

  /** Each of them goes by the settings of the client that the user logs in to. */
  private static Stream<Finding> ofLoginPages(CheckedRealm realm) {
    RealmModel model = realm.realm();
    return loads(realm.session(), model.getLoginTheme(), Theme.Type.LOGIN, LOGIN_SCRIPT)
        ? realm.layers().stream()
            .map(CheckedRealm::settings)
            .filter(HelpshiftSettings::loginPages)
            .flatMap(settings -> blocked(model, settings))
        : Stream.empty();
  }

  private static Stream<Finding> blocked(RealmModel realm, HelpshiftSettings settings) {
    ContentSecurityPolicy policy =
        new ContentSecurityPolicy(realm.getBrowserSecurityHeaders().getOrDefault(CSP, ""));
    // The widget's frames come from the brand's own host.
    URI frame = URI.create("https://" + settings.domain().orElse("any") + ".helpshift.com/");
    boolean frameBlocked = !policy.allowsFrame(frame);
    boolean scriptBlocked = !policy.allowsScript(settings.webChatUrl());
    if (!frameBlocked && !scriptBlocked) {
      return Stream.empty();
    }
    String what =
        frameBlocked
            ? "The realm's Content-Security-Policy does not allow Helpshift's frames."
            : "The realm's Content-Security-Policy does not allow the script of "
                + Setting.WEB_CHAT_URL.key()
                + ".";
    return Stream.of(new Finding(Rule.CSP_BLOCKS_WIDGET, what));
  }

  /** By its properties, which hold what it has from its parents. */
  private static boolean loads(
      KeycloakSession session, String theme, Theme.Type type, String script) {
    if (theme == null) {
      return false;
    }
    try {
      // Keycloak answers with its default for a theme that is not there.
      Theme found = session.theme().getTheme(theme, type);
      return found != null
          && List.of(found.getProperties().getProperty("scripts", "").split("\\s+"))
              .contains(script);
    } catch (IOException e) {
      return false;
    }
  }
}
