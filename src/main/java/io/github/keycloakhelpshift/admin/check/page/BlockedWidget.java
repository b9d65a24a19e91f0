package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Checks whether the realm's Content-Security-Policy blocks the chat in Keycloak's own pages. */
record BlockedWidget(RealmModel realm, HelpshiftSettings settings) {

  private static final String CSP = "contentSecurityPolicy";

  Optional<Finding> finding(Place place) {
    return variant().map(variant -> Finding.of(Code.CSP_BLOCKS_WIDGET, place).as(variant));
  }

  private Optional<String> variant() {
    String text = realm.getBrowserSecurityHeaders().getOrDefault(CSP, "");
    ContentSecurityPolicy policy = new ContentSecurityPolicy(text);
    // The chat's frames come from the brand's own host.
    URI frame = URI.create("https://" + settings.domain().orElse("any") + ".helpshift.com/");
    if (!policy.allowsFrame(frame)) {
      boolean comma = new ContentSecurityPolicy(text.replace(',', ' ')).allowsFrame(frame);
      return Optional.of(comma ? "comma" : "frame");
    }
    if (!policy.allowsScript(settings.webChatUrl())) {
      return Optional.of("script");
    }
    return policy.allowsAddedScripts() ? Optional.empty() : Optional.of("trusted_types");
  }
}
