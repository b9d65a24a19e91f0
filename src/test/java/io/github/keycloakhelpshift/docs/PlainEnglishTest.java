package io.github.keycloakhelpshift.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Words that people who read English as a second language have to read twice. */
class PlainEnglishTest {

  private static final List<Word> WORDS =
      List.of(
          new Word("whoever|whosoever|who shows", "everybody who, a user who"),
          new Word("be it", "for example"),
          new Word("of which|whereof|thereof", "two sentences"),
          new Word("(?:is|are) none", "is missing, is unknown, is invalid"),
          new Word("taken for", "treated as"),
          new Word("st(?:ands?|ood) in", "is in, contains, replaces"),
          new Word("anew", "again"),
          new Word("alone", "only"),
          new Word("may not", "must not, cannot"),
          // In quotation marks, he is a language.
          new Word("he(?!['\"])|his|him", "they, their, them"));

  private static final List<String> PLACES =
      List.of(
          ".ci",
          ".github",
          "bin",
          "docker",
          "docs",
          "providers",
          "src",
          "themes",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "NOTICE",
          "README.md",
          "SECURITY.md",
          "pom.xml");

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:bin|\\.ci)/[^/]+|NOTICE|.*(?:Dockerfile|\\.(?:css|d|html|java|js|json|md|mjs|properties"
              + "|svg|tf|toml|ts|tsx|vue|xml|ya?ml))");

  /** Other people's words, bundles of our own sources, and this list. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          ".*/(?:node_modules|vendor|dist|target|\\.next|\\.angular)/.*|.*package-lock\\.json"
              + "|src/main/resources/.*/(?:web-chat|console)\\.js|.*/PlainEnglishTest\\.java");

  @Test
  @DisplayName("No comment, message or document has one of the hard words")
  void plain() {
    List<Path> files =
        PLACES.stream()
            .map(Path::of)
            .flatMap(PlainEnglishTest::below)
            .filter(PlainEnglishTest::isOurs)
            .toList();

    assertThat(files).contains(Path.of("docs", "configure.md"), Path.of("bin", "check"));
    assertThat(files.stream().flatMap(PlainEnglishTest::hardWords)).isEmpty();
  }

  private static Stream<Path> below(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.toString();
    return TEXT.matcher(name).matches() && !NOT_OURS.matcher(name).matches();
  }

  /** Returns the hard words of a file, each with its line. */
  private static Stream<String> hardWords(Path file) {
    String text = read(file);
    return WORDS.stream()
        .flatMap(
            word ->
                word.pattern()
                    .matcher(text)
                    .results()
                    .map(
                        found ->
                            "%s:%d: '%s', better: %s"
                                .formatted(
                                    file, lineOf(text, found), found.group(), word.plain())));
  }

  private static long lineOf(String text, MatchResult found) {
    return text.substring(0, found.start()).chars().filter(one -> one == '\n').count() + 1;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A hard word, or several.
   *
   * @param hard a regular expression
   * @param plain what to write instead
   */
  private record Word(String hard, String plain) {

    /** Two words can be on two lines, with the mark of a comment between them. */
    Pattern pattern() {
      String words = hard.replace(" ", "\\s+(?:[*#/]+\\s+)?");
      return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }
  }
}
