package io.github.keycloakhelpshift.settings;

import java.util.regex.Pattern;

/**
 * A line of the server's log. Keycloak takes line breaks in the names of clients, claims and
 * attributes: what stands behind one must not pass for a line of its own.
 */
public final class LogLine {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  private LogLine() {}

  /** The text on one line. */
  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("_");
  }
}
