package io.github.keycloakhelpshift.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/recipes.md")
class RecipeDocsTest {

  private static final Path PAGE = Path.of("docs", "recipes.md");

  /** A link to a file, then what it holds, or a part of that. */
  private static final Pattern EXCERPT =
      Pattern.compile("(?s)\\]\\(([^)\\s]+/recipes/[^)\\s]+)\\):\n\n```\\w+\n(.*?)```");

  @Test
  @DisplayName("shows the code that CI builds and drives")
  void excerpts() throws IOException {
    List<MatchResult> excerpts = EXCERPT.matcher(Files.readString(PAGE)).results().toList();

    for (String recipe : List.of("react", "vue", "angular", "nextjs")) {
      assertThat(excerpts).anyMatch(one -> one.group(1).contains("/recipes/" + recipe + "/"));
    }
    for (MatchResult excerpt : excerpts) {
      Path file = PAGE.resolveSibling(excerpt.group(1)).normalize();
      assertThat(excerpt.group(2)).as(excerpt.group(1)).isNotBlank();
      assertThat(Files.readString(file)).as(excerpt.group(1)).contains(excerpt.group(2));
    }
  }
}
