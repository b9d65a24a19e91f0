package io.github.keycloakhelpshift.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalDocsTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("docs/troubleshooting.md has a row for every refusal, with its status")
  void explained(Refusal refusal) throws IOException {
    String row = "| `%s` (%d)".formatted(refusal.error(), refusal.status());

    assertThat(Files.readAllLines(Path.of("docs", "troubleshooting.md")))
        .anyMatch(line -> line.startsWith(row));
  }
}
