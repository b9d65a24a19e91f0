package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The small texts that settings are made of: sources, tags, full privacy. */
class SourceFuzzTest {

  @FuzzTest
  void isWhatItsTextSays(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    source(text);
    tags(text);
    fullPrivacy(text);
  }

  private static void source(String text) {
    try {
      Source source = Source.parse(text);
      assertThat(Source.parse(source.toString())).isEqualTo(source);
      assertThat(source.name()).hasSizeLessThan(256);
    } catch (InvalidSettingException e) {
      assertMessageHoldsNoValue(() -> Source.parse(Canary.in(text)));
    }
  }

  private static void tags(String text) {
    try {
      List<Tag> tags = Tag.parseList(text);
      assertThat(tags).allMatch(tag -> tag.path().length() > 0);
      String written = tags.stream().map(SourceFuzzTest::write).collect(Collectors.joining(","));
      assertThat(Tag.parseList(written)).isEqualTo(tags);
    } catch (InvalidSettingException e) {
      assertMessageHoldsNoValue(() -> Tag.parseList(Canary.in(text)));
    }
  }

  private static String write(Tag tag) {
    return (tag.kind() == Tag.Kind.ROLE ? "role:" : "group:") + tag.path();
  }

  /** Full privacy is on, unless the admin's or the person's value is exactly false. */
  private static void fullPrivacy(String text) {
    assertThat(FullPrivacy.parse("privacy").isOn(source -> Optional.of(text)))
        .isEqualTo(!text.equalsIgnoreCase("false"));
    try {
      FullPrivacy privacy = FullPrivacy.parse(text);
      assertThat(privacy.isOn(source -> Optional.of("yes")))
          .isEqualTo(!text.equalsIgnoreCase("false"));
    } catch (InvalidSettingException e) {
      assertMessageHoldsNoValue(() -> FullPrivacy.parse(Canary.in(text)));
    }
  }

  private static void assertMessageHoldsNoValue(Runnable parser) {
    try {
      parser.run();
    } catch (InvalidSettingException e) {
      Canary.assertNotIn(e.getMessage());
    }
  }
}
