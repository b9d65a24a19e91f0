package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The apps of {@code src/demo/recipes}, which bin/recipes builds before their tests. */
final class Recipes implements BeforeAllCallback {

  private static final Path BUILT = Path.of("target/recipes");

  private final String[] names;

  Recipes(String... names) {
    this.names = names;
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    for (String name : names) {
      if (!Files.exists(BUILT.resolve(name + ".stamp"))) {
        fail("The recipe %s is not built: run bin/recipes".formatted(name));
      }
    }
  }
}
