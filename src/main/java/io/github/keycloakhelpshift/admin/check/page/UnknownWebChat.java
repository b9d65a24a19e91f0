package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import java.net.URI;
import java.util.stream.Stream;

/** Finds addresses at Helpshift's host for Web Chat at which no script is. */
public record UnknownWebChat(CheckedRealm realm) implements LayerRule {

  private static final String HOST = "webchat.helpshift.com";
  private static final String PATH = "/webChat.js";

  @Override
  public Stream<Finding> findings(Layer layer) {
    URI address = layer.values().webChatUrl();
    return HOST.equalsIgnoreCase(address.getHost()) && !PATH.equals(address.getPath())
        ? Stream.of(layer.finding(Code.WEB_CHAT_URL_UNKNOWN, Setting.WEB_CHAT_URL.key(), address))
        : Stream.empty();
  }
}
