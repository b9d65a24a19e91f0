package io.github.keycloakhelpshift.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Keycloak promises nothing about the classes in these two JARs: a new version may change each. The
 * list says what to read in their sources before a version is supported.
 */
class KeycloakInternalsTest {

  private static final String LIST = "keycloak-internals.txt";

  private static final Pattern INTERNAL_JAR =
      Pattern.compile(".*/keycloak-(services|server-spi-private)-[^/]+\\.jar");

  @Test
  @DisplayName("each internal class of Keycloak that we use is in " + LIST + ", and no other")
  void listed() throws IOException {
    List<String> used =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ArchitectureTest.ROOT)
                .stream()
                .flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(target -> target.getName().split("\\$", 2)[0])
                .filter(name -> name.startsWith("org.keycloak."))
                .distinct()
                .filter(KeycloakInternalsTest::isInternal)
                .sorted()
                .toList();

    assertThat(used).isEqualTo(listedNames());
  }

  private static boolean isInternal(String className) {
    try {
      ClassLoader loader = KeycloakInternalsTest.class.getClassLoader();
      CodeSource source =
          Class.forName(className, false, loader).getProtectionDomain().getCodeSource();
      return INTERNAL_JAR.matcher(source.getLocation().getPath()).matches();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> listedNames() throws IOException {
    try (var stream = KeycloakInternalsTest.class.getResourceAsStream(LIST)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
