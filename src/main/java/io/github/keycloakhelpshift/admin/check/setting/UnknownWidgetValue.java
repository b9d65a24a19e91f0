package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.identity.WebChatLanguage;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds languages and positions of the widget that Web Chat does not know. */
public record UnknownWidgetValue(CheckedRealm realm) implements LayerRule {

  private static final List<String> POSITIONS =
      List.of("bottom-left", "bottom-right", "top-left", "top-right");
  private static final List<String> LANGUAGES =
      Stream.concat(WebChatLanguage.codes().stream(), Stream.of(WebChatLanguage.BROWSER_DEFAULT))
          .sorted()
          .toList();

  @Override
  public Stream<Finding> findings(Layer layer) {
    return Stream.of(
            finding(layer, "position", POSITIONS, text -> Optional.empty()),
            finding(layer, "language", LANGUAGES, WebChatLanguage::of))
        .flatMap(Optional::stream);
  }

  /**
   * Returns a finding if the option is set to a value that is not known.
   *
   * @param aliases finds the known value for what others call so
   */
  private Optional<Finding> finding(
      Layer layer, String option, List<String> known, Function<String, Optional<String>> aliases) {
    String key = Setting.WIDGET.key(option);
    return layer
        .text(key)
        .filter(text -> !known.contains(text))
        .map(text -> aliases.apply(text).or(() -> new Spelling(text).nearest(known)))
        .map(
            meant ->
                layer
                    .finding(
                        Code.WIDGET_VALUE_UNKNOWN,
                        key,
                        key,
                        String.join(", ", known),
                        meant.orElse(""))
                    .as(meant.isPresent() ? "near" : ""));
  }
}
