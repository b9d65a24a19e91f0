package io.github.keycloakhelpshift.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Whether a person is under full privacy: for all the same, or by a source. */
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
    // In any case: True, read as the name of an attribute that nobody has, would be off.
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> ON;
      case "false" -> OFF;
      default -> new FullPrivacy(false, Source.parse(value));
    };
  }

  /** The source that decides for each person; empty where it is the same for all. */
  public Optional<Source> source() {
    return Optional.ofNullable(source);
  }

  /** Whether it is on for a visitor whom nobody knows: unless it is off for all. */
  public boolean isOnForVisitors() {
    return everybody || (source != null && source.kind() != Source.Kind.NONE);
  }

  /**
   * Whether it is on for the person whose values the function reads. No value is off, the default;
   * a value that is neither true nor false is on, because a mistake must not give data away.
   */
  public boolean isOn(Function<Source, Optional<String>> values) {
    return source == null
        ? everybody
        : values.apply(source).map(value -> !value.equalsIgnoreCase("false")).orElse(false);
  }
}
