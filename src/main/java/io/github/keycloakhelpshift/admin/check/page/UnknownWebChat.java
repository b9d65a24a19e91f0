package io.github.keycloakhelpshift.admin.check.page;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import java.net.URI;
import java.util.stream.Stream;

/** Finds addresses at Helpshift's host for Web Chat at which no script is. */
public record UnknownWebChat(CheckedRealm realm) implements Rule {

  private static final String HOST = "webchat.helpshift.com";
  private static final String PATH = "/webChat.js";

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .filter(layer -> isUnknown(layer.values().webChatUrl()))
        .map(UnknownWebChat::finding);
  }

  private static boolean isUnknown(URI address) {
    return HOST.equalsIgnoreCase(address.getHost()) && !PATH.equals(address.getPath());
  }

  private static Finding finding(Layer layer) {
    return Finding.of(
        Code.WEB_CHAT_URL_UNKNOWN,
        layer.place(Setting.WEB_CHAT_URL.key()),
        layer.values().webChatUrl());
  }
}
