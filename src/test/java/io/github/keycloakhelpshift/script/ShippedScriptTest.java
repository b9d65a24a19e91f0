package io.github.keycloakhelpshift.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The script")
class ShippedScriptTest {

  private static final int MAX_GZIPPED = 8 * 1024;
  private static final int MAX_LINES = 150;

  @Test
  @DisplayName("is at most 8 KB gzipped, as it is shipped")
  void size() throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
      out.write(shipped());
    }
    assertThat(gzipped.size()).isLessThanOrEqualTo(MAX_GZIPPED);
  }

  @Test
  @DisplayName("is strict, leaves no global, and names no file of the machine that built it")
  void bundle() throws IOException {
    String script = new String(shipped(), UTF_8);
    assertThat(script).startsWith("\"use strict\";(()=>{").endsWith("})();\n");
    assertThat(script).doesNotContain("sourceMappingURL", "/*", "main.js", "node_modules");
  }

  @Test
  @DisplayName("consists of modules of at most 150 lines")
  void modules() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/js/web-chat"))) {
      List<Path> modules = files.filter(Files::isRegularFile).toList();
      assertThat(modules).isNotEmpty();
      for (Path module : modules) {
        assertThat(Files.readAllLines(module)).as("%s", module).hasSizeLessThanOrEqualTo(MAX_LINES);
      }
    }
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in =
        ShippedScriptTest.class.getResourceAsStream("/io/github/keycloakhelpshift/web-chat.js")) {
      return in.readAllBytes();
    }
  }
}
