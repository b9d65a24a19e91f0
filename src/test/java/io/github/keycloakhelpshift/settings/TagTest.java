package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTest {

  @Test
  @DisplayName("comma-separated: white space around commas and empty parts count for nothing")
  void list() {
    assertThat(Tag.parseList(" role:vip ,,group:/beta/eu,\n role:two words,"))
        .containsExactly(
            new Tag(Tag.Kind.ROLE, "vip"),
            new Tag(Tag.Kind.GROUP, "/beta/eu"),
            new Tag(Tag.Kind.ROLE, "two words"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @DisplayName("the tag is the role's name, or the last part of the group's path")
  @CsvSource({
    "ROLE,  vip,      vip",
    "ROLE,  a/b,      a/b",
    "GROUP, /beta,    beta",
    "GROUP, /a/b/c,   c"
  })
  void tagName(Tag.Kind kind, String path, String tagName) {
    assertThat(new Tag(kind, path).tagName()).isEqualTo(tagName);
  }
}
