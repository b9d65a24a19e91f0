package io.github.keycloakhelpshift.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The script as it is shipped")
class ShippedScriptTest {

  private static final int MAX_GZIPPED = 5 * 1024;

  @Test
  @DisplayName("is at most 5 KB gzipped")
  void size() throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
      out.write(shipped());
    }
    assertThat(gzipped.size()).isLessThanOrEqualTo(MAX_GZIPPED);
  }

  @Test
  @DisplayName("has lost its comments, and nothing in which they could hide")
  void comments() throws IOException {
    String script = new String(shipped(), UTF_8);
    assertThat(script).startsWith("(() => {\n\"use strict\";\n").endsWith("})();\n");
    assertThat(script).doesNotContain("/*", "*/", "`");
    assertThat(script.lines()).noneMatch(line -> line.startsWith("//") || line.startsWith("*"));
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in =
        ShippedScriptTest.class.getResourceAsStream("/io/github/keycloakhelpshift/web-chat.js")) {
      return in.readAllBytes();
    }
  }
}
