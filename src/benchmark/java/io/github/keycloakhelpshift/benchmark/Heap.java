package io.github.keycloakhelpshift.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another JVM's heap, asked by {@code jcmd}. */
final class Heap {

  private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");

  private final ProcessHandle jvm;

  Heap(ProcessHandle jvm) {
    this.jvm = jvm;
  }

  /** What is left after a garbage collection. */
  double usedMiB() throws IOException {
    jcmd("GC.run");
    String info = jcmd("GC.heap_info");
    Matcher used = USED.matcher(info);
    if (!used.find()) {
      throw new IOException("No heap in: " + info);
    }
    return Long.parseLong(used.group(1)) / 1024.0;
  }

  private String jcmd(String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(jvm.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.onExit().join().exitValue() != 0) {
      throw new IOException("jcmd " + command + ": " + answer);
    }
    return answer;
  }
}
