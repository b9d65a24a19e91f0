package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsDocTest {

  private static final Path PAGE = Path.of("docs", "settings.md");

  @Test
  @DisplayName("docs/settings.md agrees with the code")
  void upToDate() throws IOException {
    // given
    String page = Files.readString(PAGE);
    String expected = SettingsDoc.withTable(page);

    // when
    if ("write".equals(System.getProperty("settings.doc"))) {
      Files.writeString(PAGE, expected);
      page = expected;
    }

    // then
    assertThat(page)
        .as(
            "%s differs from the settings in the code. Write it again with:%n"
                + "    mvn test -Dtest=SettingsDocTest -Dsettings.doc=write%n",
            PAGE)
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("the part that is written by hand names every source")
  void introduction() throws IOException {
    String page = Files.readString(PAGE);
    String introduction = page.substring(0, page.indexOf(SettingsDoc.MARKER));

    assertThat(introduction).contains("`id`", "`idp:<alias>`", "`note:<name>`", "`none`");
  }

  @Test
  @DisplayName("a row for every setting, and nothing in it that Markdown would read as its own")
  void table() {
    assertThat(SettingsDoc.table().lines())
        .hasSize(2 + Setting.values().length)
        .allMatch(line -> line.startsWith("| ") && line.endsWith(" |"))
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 4)
        .allMatch(line -> !line.replaceAll("`[^`]*`", "").contains("<"));
  }

  @Test
  @DisplayName("the table replaces everything below the marker line")
  void belowTheMarker() {
    String page = "By hand.\n" + SettingsDoc.MARKER + "old";

    assertThat(SettingsDoc.withTable(page))
        .isEqualTo(
            "By hand.\n"
                + SettingsDoc.MARKER
                + "\n"
                + SettingsDoc.table()
                + SettingsDoc.identifiers());
    assertThatThrownBy(() -> SettingsDoc.withTable("By hand."))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("marker line");
  }
}
