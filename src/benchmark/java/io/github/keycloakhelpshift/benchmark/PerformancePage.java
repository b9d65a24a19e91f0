package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes what was measured into its part of {@code docs/performance.md}, beside the plots. */
final class PerformancePage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path page;
  private final Charts charts;

  private PerformancePage(Path page) {
    this.page = page;
    this.charts = new Charts(page.resolveSibling("images"));
  }

  /**
   * Arguments: the page; {@code series}, {@code soak}, {@code hour} or {@code check}; the folder or
   * file of what was measured; for a series, what the parts cost; for an hour, how soon chats
   * ended.
   */
  public static void main(String[] args) throws IOException {
    PerformancePage page = new PerformancePage(Path.of(args[0]));
    Path measured = Path.of(args[2]);
    String text =
        switch (args[1]) {
          case "soak" -> page.soak(JSON.readValue(measured.toFile(), new TypeReference<>() {}));
          case "hour" -> HourReport.read(measured, Path.of(args[3])).toMarkdown();
          case "check" -> CheckReport.read(measured).toMarkdown();
          default ->
              page.series(
                  all(measured),
                  JSON.readValue(Path.of(args[3]).toFile(), new TypeReference<>() {}));
        };
    page.replace(args[1], Surroundings.describe() + "\n" + text);
  }

  private String series(List<Measured> all, Map<String, Double> parts) throws IOException {
    SeriesReport report = new SeriesReport(all, Configuration.given(), parts);
    report.draw(charts);
    return report.toMarkdown();
  }

  private String soak(List<SoakSample> samples) throws IOException {
    SoakReport report = new SoakReport(samples);
    report.draw(charts);
    return report.toMarkdown();
  }

  private void replace(String part, String text) throws IOException {
    Matcher marked =
        Pattern.compile(
                "(<!-- %s: [^>]*-->\n).*?(<!-- end of %s -->)".formatted(part, part),
                Pattern.DOTALL)
            .matcher(Files.readString(page));
    if (!marked.find()) {
      throw new IOException("No place for %s in %s".formatted(part, page));
    }
    Files.writeString(
        page,
        marked.replaceFirst(
            Matcher.quoteReplacement(marked.group(1) + "\n" + text + "\n" + marked.group(2))));
  }

  private static List<Measured> all(Path folder) throws IOException {
    List<Measured> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.add(Measured.read(file));
      }
    }
    return all;
  }
}
