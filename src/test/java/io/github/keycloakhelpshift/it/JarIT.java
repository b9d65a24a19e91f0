package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.admin.removed.RemovedTab;
import io.github.keycloakhelpshift.support.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is inside the JAR that users get. */
class JarIT {

  private static final Path JAR = Path.of(System.getProperty("extension.jar"));
  private static final String OURS = "io/github/keycloakhelpshift/";
  private static final String JJWT = OURS + "jjwt/";
  private static final String SERVICES = "META-INF/services/";

  @Test
  void hasAFixedNameAndIsSmall() throws IOException {
    assertThat(JAR).hasFileName("keycloak-helpshift.jar");
    assertThat(Files.size(JAR)).isLessThan(1_500_000);
  }

  @Test
  void holdsOurClassesAndTheRelocatedLibraryAndNoOther() throws IOException {
    List<String> classes = entries().stream().filter(name -> name.endsWith(".class")).toList();

    assertThat(classes).allMatch(name -> name.startsWith(OURS));
    assertThat(classes).contains(OURS + "rest/HelpshiftResource.class", JJWT + "Jwts.class");
    assertThat(classes)
        .filteredOn(name -> !name.startsWith(JJWT))
        .allMatch(name -> Files.exists(Path.of("target/classes", name)));
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
            List.of("io.github.keycloakhelpshift.secret.SecretKeyProviderFactory"));
    assertThat(services.keySet())
        .allMatch(
            service ->
                service.startsWith("org.keycloak.")
                    || service.equals(RemovedTab.class.getName())
                    || service.startsWith("io.github.keycloakhelpshift.jjwt."));
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

  @Test
  void listsInItsSbomExactlyWhatIsInside() throws IOException {
    Set<String> inside = new TreeSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (String name : entries()) {
        if (name.matches("META-INF/maven/.*/pom\\.properties")) {
          Properties pom = new Properties();
          pom.load(new StringReader(text(jar, name)));
          inside.add(
              "pkg:maven/%s/%s@%s?type=jar"
                  .formatted(
                      pom.get("groupId"), pom.get("artifactId"), pom.getProperty("version")));
        }
      }
    }

    Set<String> listed = new TreeSet<>();
    listed.add(sbom().at("/metadata/component/purl").asText());
    sbom().get("components").forEach(component -> listed.add(component.get("purl").asText()));

    assertThat(listed).isEqualTo(inside).hasSizeGreaterThan(1);
  }

  @Test
  void hasAnSbomThatIsTheSameWhoeverBuildsIt() throws IOException {
    JsonNode sbom = sbom();

    assertThat(sbom.at("/metadata").has("timestamp")).isFalse();
    assertThat(sbom.toString()).doesNotContain(Path.of("").toAbsolutePath().toString());
  }

  @Test
  void hasAnSbomThatCanBeAttested() throws IOException {
    JsonNode sbom = sbom();

    // GitHub's actions/attest takes an SBOM for CycloneDX by these three.
    assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(sbom.path("specVersion").asText()).matches("\\d+\\.\\d+");
    assertThat(sbom.path("serialNumber").asText()).matches("urn:uuid:[0-9a-f-]{36}");
  }

  @Test
  void saysWhoseCodeIsInsideAndUnderWhichLicences() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String notice = text(jar, "META-INF/NOTICE");
      String thirdParty = text(jar, "META-INF/THIRD-PARTY.txt");

      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
      assertThat(sbom().get("components"))
          .isNotEmpty()
          .allSatisfy(
              component -> {
                String name = component.get("name").asText();
                String version = component.get("version").asText();
                assertThat(thirdParty).contains("(Apache-2.0)", name + ":" + version);
                // A new version may bring new notices: the name and the version are written by
                // hand.
                assertThat(notice).contains(name, version);
              });
    }
  }

  private static JsonNode sbom() throws IOException {
    String sbom = "META-INF/sbom/keycloak-helpshift.cdx.json";
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getEntry(sbom)).as("%s, which mvn -o leaves out", sbom).isNotNull();
      return Json.of(text(jar, sbom));
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private static List<String> lines(JarFile jar, String name) {
    return text(jar, name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String text(JarFile jar, String name) {
    try (var stream = jar.getInputStream(jar.getEntry(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
