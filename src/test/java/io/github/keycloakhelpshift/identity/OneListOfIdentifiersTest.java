package io.github.keycloakhelpshift.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * One more identifier is one line in {@link IdentityType} and one row in {@link IdentityTypeTest}.
 * Settings, forms, the console's page, the API's description, the docs' table and the simulator
 * take the list from there. A file that names half of the identifiers is a copy of the list.
 */
class OneListOfIdentifiersTest {

  private static final List<Path> FOLDERS =
      Stream.of("src/main", "src/demo", "docs", "bin").map(Path::of).toList();

  /** Bundles of sources that this test reads, and other people's code. */
  private static final List<String> SKIPPED =
      List.of("/node_modules/", "/vendor/", "/helpshift/console.js");

  @Test
  @DisplayName("the list of identifiers is written once; docs/settings.md is generated from it")
  void once() {
    assertThat(FOLDERS.stream().flatMap(OneListOfIdentifiersTest::files))
        .filteredOn(file -> named(file) * 2 >= IdentityType.values().length)
        .containsExactlyInAnyOrder(
            Path.of(
                "src/main/java/io/github/keycloakhelpshift/identity",
                IdentityType.class.getSimpleName() + ".java"),
            Path.of("docs/settings.md"));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SKIPPED.stream().noneMatch(file.toString()::contains))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many of the identifiers a file names. */
  private static long named(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), UTF_8);
      return Arrays.stream(IdentityType.values())
          .map(IdentityType::identifier)
          .filter(name -> Pattern.compile("\\b" + name + "\\b").matcher(text).find())
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
