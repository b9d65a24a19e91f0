package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ClientRule;
import io.github.keycloakhelpshift.admin.check.realm.WebOrigin;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;

/** Finds Web Chat that is loaded from the admin's own machine, in pages for others. */
public record LocalWebChat(CheckedRealm realm) implements ClientRule {

  @Override
  public Stream<Finding> findings(CheckedClient client) {
    String url = client.layer().values().webChatUrl().toString();
    return new WebOrigin(url).isLoopback()
            && client.origins().stream().anyMatch(WebOrigin::isRemoteHttps)
        ? Stream.of(
            client.layer().finding(Code.WEB_CHAT_URL_LOCAL, Setting.WEB_CHAT_URL.key(), url))
        : Stream.empty();
  }
}
