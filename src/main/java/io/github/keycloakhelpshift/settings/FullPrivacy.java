package io.github.keycloakhelpshift.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Whether a person is under full privacy: the same for everybody, or decided by a source. */
public final class FullPrivacy {

  static final FullPrivacy OFF = new FullPrivacy(false, null);
  private static final FullPrivacy ON = new FullPrivacy(true, null);

  private final boolean everybody;
  private final Source source;

  private FullPrivacy(boolean everybody, Source source) {
    this.everybody = everybody;
    this.source = source;
  }

  static FullPrivacy parse(String value) {
    // Ignore the case: if True were the name of an attribute, nobody would have it, and privacy
    // would be off.
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> ON;
      case "false" -> OFF;
      default -> new FullPrivacy(false, Source.parse(value));
    };
  }

  /** Returns the source that decides for each person; empty if it is the same for everybody. */
  public Optional<Source> source() {
    return Optional.ofNullable(source);
  }

  /** Whether it is on for everybody, whatever their values. */
  public boolean isOnForEverybody() {
    return everybody;
  }

  /** Whether it is on for an unknown visitor: always, unless it is off for everybody. */
  public boolean isOnForVisitors() {
    return everybody || (source != null && source.kind() != Source.Kind.NONE);
  }

  /**
   * Whether it is on for the person whose values the function reads. Without a value it is off, the
   * default. A value that is neither true nor false means on, because a mistake must not disclose
   * data.
   */
  public boolean isOn(Function<Source, Optional<String>> values) {
    return source == null
        ? everybody
        : values.apply(source).map(value -> !value.equalsIgnoreCase("false")).orElse(false);
  }
}
