package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;

/** Finds Web Chat that is loaded from the admin's own machine, in pages for others. */
public record LocalWebChat(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .filter(client -> new WebOrigin(text(client)).isLoopback())
        .filter(client -> client.origins().stream().anyMatch(WebOrigin::isRemoteHttps))
        .map(
            client ->
                Finding.of(
                    Code.WEB_CHAT_URL_LOCAL,
                    client.layer().place(Setting.WEB_CHAT_URL.key()),
                    text(client)));
  }

  private static String text(CheckedClient client) {
    return client.layer().values().webChatUrl().toString();
  }
}
