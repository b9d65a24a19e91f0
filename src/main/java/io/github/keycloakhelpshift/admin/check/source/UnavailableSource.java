package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MappedSources;
import io.github.keycloakhelpshift.identity.WebChatLanguage;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Finds sources that can't have a value. */
public record UnavailableSource(CheckedRealm realm) implements Rule {

  /** Texts that are values, and no names of attributes. */
  private static final Pattern VALUE = Pattern.compile("(?i)true|false|yes|no|-?\\d[\\d.,]*");

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .flatMap(
            layer ->
                MappedSources.of(layer.values()).entrySet().stream()
                    // Another rule checks this setting.
                    .filter(entry -> !entry.getKey().equals(Setting.FULL_PRIVACY.key()))
                    .flatMap(
                        entry ->
                            of(layer.place(entry.getKey()), entry.getKey(), entry.getValue())
                                .stream()));
  }

  private Optional<Finding> of(Place place, String key, Source source) {
    boolean there = realm.sources().has(source);
    Optional<String> meant = realm.sources().suggestion(source);
    String variant = there && realm.sources().isDeclared(source.name()) ? "" : variant(key, source);
    if (there && variant.isEmpty() && !isNearMiss(source, meant)) {
      return Optional.empty();
    }
    Code code =
        switch (source.kind()) {
          case IDENTITY_PROVIDER -> Code.IDENTITY_PROVIDER_UNKNOWN;
          case NOTE -> Code.NOTE_UNKNOWN;
          case ATTRIBUTE, ID, NONE ->
              variant.isEmpty() || meant.isPresent()
                  ? Code.ATTRIBUTE_NOT_DECLARED
                  : Code.SOURCE_IS_A_VALUE;
        };
    return Optional.of(
        meant
            .map(name -> Finding.of(code, place, source, name).as("near"))
            .orElseGet(
                () ->
                    Finding.of(code, place, source)
                        .as(source.name().equals(UserModel.LOCALE) ? "locale" : variant)));
  }

  /** Returns the variant of the texts: what the text is, if it can't be the name of a source. */
  private static String variant(String key, Source source) {
    if (StandIn.isPlaceholder(source.name())) {
      return "placeholder";
    }
    if (source.kind() != Source.Kind.ATTRIBUTE) {
      return "";
    }
    if (key.equals(Setting.LANGUAGE.key()) && WebChatLanguage.of(source.name()).isPresent()) {
      return "language";
    }
    return VALUE.matcher(source.name()).matches() ? "value" : "";
  }

  /**
   * Whether an undeclared attribute, where these are allowed, is a declared one with other case or
   * separators.
   */
  private boolean isNearMiss(Source source, Optional<String> meant) {
    return source.kind() == Source.Kind.ATTRIBUTE
        && !realm.sources().isDeclared(source.name())
        && meant
            .filter(name -> Suggestion.isSame(name.replaceFirst("^idp:", ""), source.name()))
            .isPresent();
  }
}
