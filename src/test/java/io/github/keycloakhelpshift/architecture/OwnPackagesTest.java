package io.github.keycloakhelpshift.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.identity.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looks at files, not at classes, because ArchUnit sees only the packages that we name. */
class OwnPackagesTest {

  @Test
  @DisplayName("no class in org.keycloak.., nor anywhere but in our own packages")
  void ownPackages() throws Exception {
    Path classes =
        Path.of(Identity.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    try (Stream<Path> files = Files.walk(classes)) {
      assertThat(
              files
                  .map(classes::relativize)
                  .map(path -> path.toString().replace('\\', '/'))
                  .filter(path -> path.endsWith(".class")))
          .isNotEmpty()
          .allMatch(path -> path.startsWith("io/github/keycloakhelpshift/"));
    }
  }
}
