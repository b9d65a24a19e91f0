package io.github.keycloakhelpshift.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text that no message contains by chance: tests put it into values and look for it in messages.
 */
public final class Canary {

  private static final String TEXT = "c4n4ry_7f3a91d2";

  private Canary() {}

  public static String in(String value) {
    return value + TEXT;
  }

  public static Map<String, String> in(Map<String, String> values) {
    Map<String, String> marked = new TreeMap<>();
    values.forEach((key, value) -> marked.put(key, in(value)));
    return marked;
  }

  public static void assertNotIn(String message) {
    assertThat(message).isNotBlank().doesNotContain(TEXT);
  }
}
