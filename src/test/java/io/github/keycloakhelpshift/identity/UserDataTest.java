package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserDataTest {

  private final UserData data = new UserData(UserDataScope.GLOBAL);

  @Test
  @DisplayName("the data has the form of Helpshift's update call")
  void put() {
    assertThat(data.put("first_name", "Zoe")).isEmpty();
    assertThat(data.put("age", "30")).isEmpty();
    assertThat(data.put("custom_user_fields.map", "Dust")).isEmpty();
    assertThat(data.addTag("vip")).isEmpty();

    assertThat(data.fields()).containsOnly(entry("first_name", "Zoe"), entry("age", "30"));
    assertThat(data.customFields()).containsOnly(entry("map", "Dust"));
    assertThat(data.newTags()).containsExactly("vip");
  }

  @Test
  @DisplayName("of a language tag only the language is kept, because Helpshift knows no more")
  void language() {
    for (String tag : List.of("pt", "pt-BR", "pt_BR", "PT-br", "pt-Latn-BR")) {
      assertThat(data.put("preferred_language", tag)).as(tag).isEmpty();
      assertThat(data.fields()).as(tag).containsOnly(entry("preferred_language", "pt"));
    }
    assertThat(data.put("preferred_language", "Portuguese")).isPresent();
  }

  @Test
  @DisplayName("without data there is nothing to send")
  void empty() {
    assertThat(data.fields()).isEmpty();
    assertThat(data.customFields()).isEmpty();
    assertThat(data.newTags()).isEmpty();
  }

  @Test
  @DisplayName(
      "data that Helpshift would refuse is left out, and the reason does not contain the value")
  void refusedField() {
    assertThat(data.put("age", "150").map(Reason::toString))
        .contains("is not a whole number from 1 to 149");
    assertThat(data.put("custom_user_fields.map", "Zz7".repeat(100)).map(Reason::toString))
        .contains("is not text of at most 255 characters");
    assertThat(data.fields()).isEmpty();
    assertThat(data.customFields()).isEmpty();
    assertThat(data.newTags()).isEmpty();
  }

  @Test
  @DisplayName("an unknown field is an exception, because it is the programmer's mistake")
  void unknownField() {
    assertThatThrownBy(() -> data.put("sdk_version", "Zz7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such field: sdk_version");
  }

  @Test
  @DisplayName("30 entries a collection: custom fields")
  void customFieldsLimit() {
    IntStream.range(0, 30)
        .forEach(i -> assertThat(data.put("custom_user_fields.f" + i, "v")).isEmpty());

    assertThat(data.put("custom_user_fields.f30", "v").map(Reason::toString))
        .contains("is over the 30 custom fields of one update");
    assertThat(data.customFields()).hasSize(30);
  }

  @Test
  @DisplayName("30 entries a collection: tags")
  void tagsLimit() {
    IntStream.range(0, 30).forEach(i -> assertThat(data.addTag("tag" + i)).isEmpty());

    assertThat(data.addTag("tag30").map(Reason::toString))
        .contains("is over the 30 tags of one update");
    assertThat(data.newTags()).hasSize(30);
  }

  @Test
  @DisplayName("a tag that is there already does not count twice, even with 30 tags")
  void sameTagAgain() {
    IntStream.range(0, 30).forEach(i -> assertThat(data.addTag("tag" + i)).isEmpty());

    assertThat(data.addTag("tag0")).isEmpty();
    assertThat(data.newTags()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("tag 100")
  void tagLength() {
    assertThat(data.addTag("x".repeat(100))).isEmpty();
    assertThat(data.addTag("Zz7" + "x".repeat(98)).map(Reason::toString))
        .contains("is not text of at most 100 characters");
    assertThat(data.addTag(" ")).isPresent();
    assertThat(data.addTag("\uD83D")).isPresent();
    assertThat(data.newTags()).hasSize(1);
  }

  @Test
  @DisplayName("100 keys an update: all fields and collections together stay under it")
  void keysOfAnUpdate() {
    for (UserDataScope scope : UserDataScope.values()) {
      int collections = 2 * UserData.MAX_COLLECTION;
      assertThat(scope.fields().size() + collections).isLessThanOrEqualTo(100);
    }
  }
}
