package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Set;
import java.util.stream.Stream;

/** Finds widget options that look like a misspelt option of Helpshift. */
public record UnknownWidgetOption(CheckedRealm realm) implements Rule {

  static final Set<String> KNOWN =
      Set.of(
          "fullScreen",
          "showLauncher",
          "position",
          "zIndex",
          "tags",
          "language",
          "initiateChatOnLoad",
          "initialUserMessage",
          "conversationPrefillText",
          "clearAnonymousUserOnLogin");

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .flatMap(
            layer ->
                layer.values().widget().keySet().stream()
                    .filter(option -> !KNOWN.contains(option))
                    .flatMap(
                        option ->
                            Suggestion.of(option, KNOWN).stream()
                                .map(
                                    meant ->
                                        Finding.of(
                                            Code.WIDGET_OPTION_UNKNOWN,
                                            layer.place(Setting.WIDGET.key(option)),
                                            option,
                                            meant))));
  }
}
