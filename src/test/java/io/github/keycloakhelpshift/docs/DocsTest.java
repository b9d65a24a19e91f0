package io.github.keycloakhelpshift.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.identity.Violation;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The docs against the code: links, and the names that must be explained. */
class DocsTest {

  private static final Path TROUBLESHOOTING = Path.of("docs", "troubleshooting.md");

  /** Code in backticks or fences contains no links. */
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]+]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Path MAIN =
      Path.of("src", "main", "java", "io", "github", "keycloakhelpshift");

  /** The text of a message, up to its first argument. */
  private static final Pattern SETTING_MESSAGE =
      Pattern.compile(
          "(?:new (?:InvalidSettingException|TextForm)|Reason[.]of|(?<![.\\w])problem)\\([^\";]*\"([^\"%]+)");

  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?:attributes|config)\\.\"(helpshift\\.[^\"]+)\"=([^']*)'");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(
                      "README.md",
                      "CHANGELOG.md",
                      "CONTRIBUTING.md",
                      "SECURITY.md",
                      "providers/README.md")
                  .map(Path::of),
              docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("every relative link leads to a file, and to a heading where it names one")
  void links(Path page) throws IOException {
    String text = CODE.matcher(Files.readString(page)).replaceAll("code");

    for (String link : all(LINK, text)) {
      if (link.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(target).as("the link %s in %s", link, page).exists();
      if (parts.length > 1) {
        assertThat(anchors(target)).as("the link %s in %s", link, page).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("every test that a page names exists: a class, or a method or table of rows in it")
  void tests(Path page) throws Exception {
    Map<String, Path> sources;
    try (Stream<Path> files = Files.walk(TESTS)) {
      sources =
          files
              .filter(Files::isRegularFile)
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      Function.identity(),
                      (one, other) -> one));
    }

    for (MatchResult named : TEST.matcher(Files.readString(page)).results().toList()) {
      assertThat(sources).as("%s in %s", named.group(), page).containsKey(named.group(1));
      if (named.group(2) != null) {
        String source = TESTS.relativize(sources.get(named.group(1))).toString();
        Class<?> test =
            Class.forName(source.replace(".java", "").replace('/', '.'), false, loader());
        assertThat(testsOf(test)).as("%s in %s", named.group(), page).contains(named.group(2));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("every setting in a command is valid, with its value")
  void settings(Path page) throws IOException {
    ATTRIBUTE
        .matcher(Files.readString(page))
        .results()
        .forEach(
            setting ->
                assertThat(
                        new SettingsReader(WebChatHosts.HELPSHIFT)
                            .read(Map.of(setting.group(1), setting.group(2)), Map.of())
                            .problems())
                    .as("%s in %s", setting.group(), page)
                    .isEmpty());
  }

  @Test
  @DisplayName("the image is built on the Keycloak that the extension is compiled against")
  void keycloakVersion() throws IOException {
    String version =
        all(
                Pattern.compile("<keycloak\\.version>(.+)</keycloak\\.version>"),
                Files.readString(Path.of("pom.xml")))
            .get(0);

    assertThat(Files.readString(Path.of("docker", "Dockerfile")))
        .contains("ARG KEYCLOAK_VERSION=" + version + "\n");
    assertThat(Files.readString(Path.of("docs", "install.md")))
        .contains("| `KEYCLOAK_VERSION` | `" + version + "` |");
  }

  @Test
  @DisplayName(
      "bin/matrix, GitHub's matrix, README and the table of install.md name the same versions")
  void testedVersions() throws IOException {
    List<String> versions =
        List.of(
            all(
                    Pattern.compile("(?m)^versions=\\((.+)\\)$"),
                    Files.readString(Path.of("bin", "matrix")))
                .get(0)
                .split(" "));
    String install = Files.readString(Path.of("docs", "install.md"));
    String table = install.substring(install.indexOf("| Keycloak | JDK |"));
    String readme = Files.readString(Path.of("README.md"));

    assertThat(
            all(
                Pattern.compile("- keycloak: (\\S+)"),
                Files.readString(Path.of(".github", "workflows", "thorough.yml"))))
        .isEqualTo(versions);
    assertThat(table.substring(0, table.indexOf("\n\n"))).contains(versions);
    assertThat(readme.substring(0, readme.indexOf("\n!["))).contains(versions);
  }

  @Test
  @DisplayName("README names the version")
  void version() throws IOException {
    String version =
        all(Pattern.compile("(?m)^  <version>(.+)</version>"), Files.readString(Path.of("pom.xml")))
            .get(0);

    assertThat(Files.readString(Path.of("README.md"))).contains("**Version " + version + "**");
  }

  @Test
  @DisplayName("troubleshooting.md explains every error of the script's own")
  void scriptErrors() throws IOException {
    String types = Files.readString(Path.of("src", "main", "js", "web-chat.d.ts"));
    List<String> names = all(Pattern.compile("(?m)^ {3}\\* - `(\\w+)`:"), types);

    assertThat(names).contains("network", "web_chat_blocked");
    assertThat(firstCells()).containsAll(names);
  }

  @Test
  @DisplayName("troubleshooting.md explains every message about a setting")
  void settingMessages() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String folder : List.of("settings", "admin")) {
      try (Stream<Path> files = Files.walk(MAIN.resolve(folder)).filter(Files::isRegularFile)) {
        for (Path file : files.toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    List<String> messages = all(SETTING_MESSAGE, code.toString());
    // In a row, an ellipsis is for the setting before a message, and for the rest of the message.
    List<String> rows =
        all(Pattern.compile("(?m)^\\| (`.*?) \\| "), Files.readString(TROUBLESHOOTING)).stream()
            .flatMap(cell -> all(Pattern.compile("`([^`]+)`"), cell).stream())
            .map(row -> row.replaceFirst("^\\S*… ", "").replaceFirst("….*", "").strip())
            .filter(Predicate.not(String::isEmpty))
            .toList();

    assertThat(messages).contains("names no identifier that Helpshift knows", "is longer than ");
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(rows)
                    .as(message)
                    .anyMatch(row -> message.startsWith(row) || row.startsWith(message)));
  }

  @Test
  @DisplayName("troubleshooting.md explains every runtime error of Helpshift's")
  void helpshiftErrors() throws IOException {
    // The simulator of Web Chat has them all, in the page and on its server.
    StringBuilder simulator = new StringBuilder();
    for (Path source : simulator()) {
      simulator.append(Files.readString(source));
    }
    List<String> names =
        all(Pattern.compile("\"((?:[A-Z]+_)+[A-Z]+)\""), simulator.toString()).stream()
            .filter(name -> !name.equals("HELPSHIFT_SECRET")) // An environment variable.
            .toList();

    assertThat(names).contains("LOGIN_FAILED", "JWT_IS_INVALID", "IDENTITIES_INVALID_TOKEN");
    assertThat(Files.readString(TROUBLESHOOTING))
        .contains(names.stream().map(one -> "`" + one + "`").toList());
  }

  @Test
  @DisplayName("operations.md explains every reason why an identity is left out")
  void leftOut() throws IOException {
    // Sources are trimmed, an identifier is mapped once, and full privacy drops what it must.
    Set<Violation> notByMapping =
        EnumSet.of(
            Violation.SURROUNDING_WHITE_SPACE,
            Violation.TOO_MANY_IDENTITIES,
            Violation.DUPLICATE_IDENTIFIER,
            Violation.NOT_PRIVATE,
            Violation.USERID_AND_EMAIL_MISSING);
    String operations = Files.readString(Path.of("docs", "operations.md"));

    assertThat(operations)
        .contains(
            EnumSet.complementOf(EnumSet.copyOf(notByMapping)).stream()
                .map(violation -> "`" + violation.name() + "`")
                .toList());
  }

  @Test
  @DisplayName("support.md explains every reason that the preview or an event can have")
  void supportReasons() throws IOException {
    Set<String> never = Set.of("TOO_MANY_IDENTITIES", "DUPLICATE_IDENTIFIER", "NOT_PRIVATE");
    List<String> reasons =
        all(
            Pattern.compile("(?m)^([A-Z_]+)="),
            Files.readString(
                Path.of(
                    "src/main/resources/io/github/keycloakhelpshift/admin/preview",
                    "reasons_de.properties")));

    assertThat(reasons).contains("ABSENT", "IMPERSONATED");
    assertThat(Files.readString(Path.of("docs", "support.md")))
        .contains(
            reasons.stream()
                .filter(Predicate.not(never::contains))
                .map(reason -> "`" + reason + "`")
                .toList());
  }

  @Test
  @DisplayName("configure.md names every field of user data")
  void userData() throws IOException {
    String configure = Files.readString(Path.of("docs", "configure.md"));

    for (UserDataScope scope : UserDataScope.values()) {
      assertThat(configure)
          .contains(scope.fields().keySet().stream().map(field -> "`" + field + "`").toList());
    }
  }

  /** Returns the names of test methods, and of the methods with the rows of parameterized ones. */
  private static Set<String> testsOf(Class<?> test) {
    Set<String> names = new TreeSet<>();
    for (Method method : test.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        names.add(method.getName());
      } else if (method.isAnnotationPresent(ParameterizedTest.class)) {
        names.add(method.getName());
        MethodSource rows = method.getAnnotation(MethodSource.class);
        names.addAll(rows == null ? List.of() : List.of(rows.value()));
      }
    }
    for (Class<?> nested : test.getDeclaredClasses()) {
      names.addAll(testsOf(nested));
    }
    return names;
  }

  private static ClassLoader loader() {
    return DocsTest.class.getClassLoader();
  }

  private static List<Path> simulator() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder :
        List.of(
            Path.of("src/demo/resources/web-chat-simulator/webChat"),
            Path.of("src/demo/java/io/github/keycloakhelpshift/simulator"))) {
      try (Stream<Path> files = Files.list(folder)) {
        sources.addAll(files.toList());
      }
    }
    return sources;
  }

  /** Returns the names in the first column of troubleshooting.md's tables. */
  private static List<String> firstCells() throws IOException {
    return all(Pattern.compile("(?m)^\\| `(\\w+)`"), Files.readString(TROUBLESHOOTING));
  }

  /** Returns the anchors that GitHub makes from headings. */
  private static List<String> anchors(Path page) throws IOException {
    return all(HEADING, Files.readString(page)).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
