package io.github.keycloakhelpshift.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server has logged, as a file that grows. */
public final class ServerLog {

  private final Path file;

  ServerLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Its last lines, without those that tell of every statement and call. */
  String end() {
    List<String> lines =
        read(0).lines().filter(line -> !line.matches("\\S+ \\S+ (DEBUG|TRACE) .*")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  /** A place in the log, to read on from later. */
  public Mark mark() {
    try {
      return new Mark(Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(long from) {
    try (var bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(from);
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place in the log. */
  public final class Mark {

    private final long position;

    private Mark(long position) {
      this.position = position;
    }

    /** What has been logged since. */
    public String since() {
      return read(position);
    }
  }
}
