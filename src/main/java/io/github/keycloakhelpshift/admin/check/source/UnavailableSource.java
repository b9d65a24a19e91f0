package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.identity.WebChatLanguage;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Finds sources that can't have a value. */
public record UnavailableSource(CheckedRealm realm) implements SourceRule {

  /** Texts that are values, and no names of attributes. */
  private static final Pattern VALUE = Pattern.compile("(?i)true|false|yes|no|-?\\d[\\d.,]*");

  @Override
  public Stream<Finding> findings(MappedSource mapped) {
    if (mapped.key().equals(Setting.FULL_PRIVACY.key())) {
      // Another rule checks it.
      return Stream.empty();
    }
    Source source = mapped.source();
    boolean there = realm.sources().has(source);
    Optional<String> meant = realm.sources().suggestion(source);
    String variant = there && realm.sources().isDeclared(source.name()) ? "" : variant(mapped);
    if (there && variant.isEmpty() && !isNearMiss(source, meant)) {
      return Stream.empty();
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
    return Stream.of(
        meant
            .map(name -> mapped.finding(code, name).as("near"))
            .orElseGet(
                () ->
                    mapped
                        .finding(code)
                        .as(source.name().equals(UserModel.LOCALE) ? "locale" : variant)));
  }

  /** Returns the variant of the texts: what the text is, if it can't be the name of a source. */
  private String variant(MappedSource mapped) {
    Source source = mapped.source();
    if (new StandIn(source.name()).isPlaceholder()) {
      return "placeholder";
    }
    if (source.kind() != Source.Kind.ATTRIBUTE) {
      return "";
    }
    if (mapped.key().equals(Setting.LANGUAGE.key())
        && WebChatLanguage.of(source.name()).isPresent()) {
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
            .filter(name -> new Spelling(source.name()).isSame(name.replaceFirst("^idp:", "")))
            .isPresent();
  }
}
