package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.CheckedSecret;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds secrets that were copied wrongly: with quotation marks or other words, or still a
 * placeholder.
 */
public record MangledSecret(CheckedRealm realm) implements Rule {

  /** In this order: the first sign that matches is the best description. */
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("reference", text -> new StandIn(text).isReference()),
          sign(
              "quoted",
              "[\"'`\u00b4\u2018-\u201f\u00ab\u00bb].*|.*[\"'`\u00b4\u2018-\u201f\u00ab\u00bb]"),
          sign(
              "placeholder",
              "[$%#]?\\{.*}|[$%#]\\(.*\\)|<.*>|\\[.*]|%.*%|@.*@|enc\\(.*\\)|(.)\\1*"),
          sign(
              "placeholder",
              ".*(change.?me|replace.?(me|this)|your.?(shared.?)?secret|placeholder|x{6,}).*"),
          sign("address", "(https?|op|arn|env|file|aws|gcp|azure)(?=:.).*"),
          sign("platform_id", CheckedSecret.PLATFORM_ID.pattern()),
          sign("jwt", "eyJ[\\w-]+([.][\\w-]*){2}"),
          sign("prefixed", "[\\w.-]*(secret|key|token|bearer|basic)\\s*[:= ].{8,}"),
          sign("characters", ".*[\\p{Cc}\\p{Cf}\\s].*"));

  /** A sign that a secret was copied wrongly. */
  private record Sign(String variant, Predicate<String> test) {}

  private static Sign sign(String variant, String regex) {
    return new Sign(
        variant,
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL).asMatchPredicate());
  }

  @Override
  public Stream<Finding> findings() {
    return realm
        .usedSecrets()
        .filter(used -> used.secret().problem().isEmpty() || used.secret().isReference())
        .flatMap(
            used ->
                SIGNS.stream()
                    .filter(sign -> used.secret().fits(sign.test()))
                    .map(Sign::variant)
                    .limit(1)
                    .map(
                        variant ->
                            Finding.of(Code.SECRET_MANGLED, used.place(), used.name())
                                .as(variant)));
  }
}
