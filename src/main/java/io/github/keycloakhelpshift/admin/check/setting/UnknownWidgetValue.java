package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.WebChatLanguage;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds languages and positions of the widget that Web Chat does not know. */
public record UnknownWidgetValue(CheckedRealm realm) implements Rule {

  private static final List<String> POSITIONS =
      List.of("bottom-left", "bottom-right", "top-left", "top-right");
  private static final List<String> LANGUAGES =
      Stream.concat(WebChatLanguage.codes().stream(), Stream.of(WebChatLanguage.BROWSER_DEFAULT))
          .sorted()
          .toList();

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .flatMap(layer -> Stream.of(position(layer), language(layer)).flatMap(Optional::stream));
  }

  private static Optional<Finding> position(Layer layer) {
    return value(layer, "position", POSITIONS)
        .map(text -> finding(layer, "position", POSITIONS, Suggestion.of(text, POSITIONS)));
  }

  private static Optional<Finding> language(Layer layer) {
    return value(layer, "language", LANGUAGES)
        .map(
            text ->
                finding(
                    layer,
                    "language",
                    LANGUAGES,
                    WebChatLanguage.of(text).or(() -> Suggestion.of(text, LANGUAGES))));
  }

  /** Returns the option's value if it is set and unknown. */
  private static Optional<String> value(Layer layer, String option, List<String> known) {
    return layer.text(Setting.WIDGET.key(option)).filter(text -> !known.contains(text));
  }

  private static Finding finding(
      Layer layer, String option, List<String> known, Optional<String> meant) {
    String key = Setting.WIDGET.key(option);
    return Finding.of(
            Code.WIDGET_VALUE_UNKNOWN,
            layer.place(key),
            key,
            String.join(", ", known),
            meant.orElse(""))
        .as(meant.isPresent() ? "near" : "");
  }
}
