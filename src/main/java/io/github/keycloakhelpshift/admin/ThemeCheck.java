package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Whether Keycloak's own pages load the chat, and whether browsers let them. */
final class ThemeCheck implements Check {

  private static final String THEME = "helpshift";
  private static final String CSP = "contentSecurityPolicy";

  /** A theme that names itself as its parent would go on for ever. */
  private static final int MAX_DEPTH = 10;

  @Override
  public Stream<Finding> run(CheckedRealm realm) {
    RealmModel model = realm.realm();
    boolean account = isOurs(realm.session(), model.getAccountTheme(), Theme.Type.ACCOUNT);
    boolean login = isOurs(realm.session(), model.getLoginTheme(), Theme.Type.LOGIN);
    HelpshiftSettings settings = ClientLayer.ofRealm(model).read().settings();
    Stream<Finding> notChosen =
        account
            ? Stream.empty()
            : Stream.of(
                new Finding(
                    Rule.THEME_NOT_CHOSEN,
                    "The account theme is neither helpshift nor extends it."));
    boolean loadsChat = account || (login && settings.loginPages());
    return loadsChat ? Stream.concat(notChosen, blocked(model, settings)) : notChosen;
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

  private static boolean isOurs(KeycloakSession session, String name, Theme.Type type) {
    String at = name;
    try {
      for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
        if (at.equals(THEME)) {
          return true;
        }
        Theme theme = session.theme().getTheme(at, type);
        // Keycloak answers with its default for a theme that is not there.
        at = theme == null ? null : theme.getParentName();
      }
    } catch (IOException e) {
      return false;
    }
    return false;
  }
}
