package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is inside the JAR that users get. */
class JarIT {

  private static final Path JAR = Path.of(System.getProperty("extension.jar"));
  private static final String OURS = "io/github/keycloakhelpshift/";
  private static final String SHADED = OURS + "shaded/jsonwebtoken/";
  private static final String SERVICES = "META-INF/services/";

  @Test
  void hasAFixedNameAndIsSmall() throws IOException {
    assertThat(JAR).hasFileName("keycloak-helpshift.jar");
    assertThat(Files.size(JAR)).isLessThan(1_000_000);
  }

  @Test
  void holdsOurClassesAndTheRelocatedLibraryAndNoOther() throws IOException {
    List<String> classes = entries().stream().filter(name -> name.endsWith(".class")).toList();

    assertThat(classes).allMatch(name -> name.startsWith(OURS));
    assertThat(classes).contains(OURS + "rest/HelpshiftResource.class", SHADED + "Jwts.class");
    assertThat(classes)
        .filteredOn(name -> name.startsWith(OURS + "shaded/"))
        .allMatch(name -> name.startsWith(SHADED));
  }

  @Test
  void holdsNoTest() throws IOException {
    assertThat(entries())
        .noneMatch(name -> name.contains("/it/") || name.contains("/support/"))
        .noneMatch(name -> name.contains("simulator"));
  }

  @Test
  void holdsNothingThatWouldConfigureKeycloak() throws IOException {
    assertThat(entries())
        .doesNotContain("application.properties", "module-info.class")
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"));
  }

  @Test
  void everythingElseIsWhereKeycloakLooksForIt() throws IOException {
    assertThat(entries())
        .contains("META-INF/beans.xml", "META-INF/keycloak-themes.json")
        .allMatch(
            name ->
                List.of(OURS, "META-INF/", "theme/", "theme-resources/").stream()
                    .anyMatch(name::startsWith));
  }

  @Test
  void eachServiceFileNamesProvidersThatAreThere() throws IOException {
    TreeMap<String, List<String>> services = new TreeMap<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (String name : entries()) {
        if (name.startsWith(SERVICES)) {
          services.put(name.substring(SERVICES.length()), lines(jar, name));
        }
      }
    }

    assertThat(services)
        .containsEntry(
            "org.keycloak.services.resource.RealmResourceProviderFactory",
            List.of("io.github.keycloakhelpshift.rest.HelpshiftResourceProviderFactory"))
        .containsEntry(
            "org.keycloak.protocol.ProtocolMapper",
            List.of("io.github.keycloakhelpshift.mapper.IdentityTokenMapper"))
        .containsEntry(
            "org.keycloak.keys.KeyProviderFactory",
            List.of("io.github.keycloakhelpshift.key.SecretKeyProviderFactory"))
        .containsKey("io.github.keycloakhelpshift.shaded.jsonwebtoken.io.Serializer");
    assertThat(services.keySet())
        .allMatch(
            service ->
                service.startsWith("org.keycloak.")
                    || service.startsWith("io.github.keycloakhelpshift.shaded."));
    assertThat(services.values().stream().flatMap(List::stream).toList())
        .isSubsetOf(
            entries().stream()
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replace('/', '.').replace(".class", ""))
                .toList());
  }

  @Test
  void saysWhatItIs() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Title"))
          .isEqualTo("Keycloak Helpshift");
      assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
          .matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private static List<String> lines(JarFile jar, String name) {
    try (var stream = jar.getInputStream(jar.getEntry(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
