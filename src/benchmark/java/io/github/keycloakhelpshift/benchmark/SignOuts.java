package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * How long a chat was still there after an admin had ended its session.
 *
 * @param byChat by what the chat was like, in milliseconds of the browser's clock, ascending
 */
record SignOuts(Map<String, long[]> byChat) {

  static SignOuts read(Path file) throws IOException {
    return new SignOuts(
        new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, long[]>>() {}));
  }

  String toMarkdown() {
    return """
        | chat, when an admin ends the session | times | gone after s: p50 | p99 | most |
        | --- | --- | --- | --- | --- |
        %s%s%s"""
        .formatted(
            row("open", "OPEN"),
            row("closed, nobody touches it", "CLOSED"),
            row("closed, and opened afterwards: from then on", "OPENED_AFTERWARDS"));
  }

  private String row(String chat, String name) {
    SortedTimes times = new SortedTimes(byChat.get(name));
    return "| %s | %d | %.1f | %.1f | %.1f |%n"
        .formatted(
            chat,
            times.count(),
            times.percentile(50) / 1e3,
            times.percentile(99) / 1e3,
            times.percentile(100) / 1e3);
  }
}
