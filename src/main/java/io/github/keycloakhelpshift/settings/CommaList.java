package io.github.keycloakhelpshift.settings;

import java.util.Arrays;
import java.util.stream.Stream;

/** A text with several parts, separated by commas. Blank parts do not count. */
public record CommaList(String text) {

  /** Returns the parts, without the white space at their ends. */
  public Stream<String> parts() {
    return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
  }
}
