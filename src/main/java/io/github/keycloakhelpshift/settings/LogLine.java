package io.github.keycloakhelpshift.settings;

import java.util.regex.Pattern;

/**
 * A line of the server's log. Keycloak allows line breaks in the names of clients, claims and
 * attributes. The text after one must not look like a log line of its own.
 */
public final class LogLine {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  private LogLine() {}

  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("_");
  }
}
