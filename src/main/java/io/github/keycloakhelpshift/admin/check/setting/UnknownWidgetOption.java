package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Set;
import java.util.stream.Stream;

/** Finds widget options that look like a misspelt option of Helpshift. */
public record UnknownWidgetOption(CheckedRealm realm) implements LayerRule {

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
  public Stream<Finding> findings(Layer layer) {
    return layer.values().widget().keySet().stream()
        .filter(option -> !KNOWN.contains(option))
        .flatMap(
            option ->
                new Spelling(option)
                    .nearest(KNOWN).map(meant -> finding(layer, option, meant)).stream());
  }

  private Finding finding(Layer layer, String option, String meant) {
    return layer.finding(Code.WIDGET_OPTION_UNKNOWN, Setting.WIDGET.key(option), option, meant);
  }
}
