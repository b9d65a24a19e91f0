package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A field of user data")
class UserDataFieldTest {

  @ParameterizedTest
  @DisplayName("is written with its scope")
  @ValueSource(strings = {"global.age", "app.last_90d_spend", "global.custom_user_fields.a.b"})
  void known(String text) {
    assertThat(UserDataField.of(text)).get().hasToString(text);
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("is one that Helpshift has in that scope")
  @ValueSource(strings = {"", "age", "global", "global.", "app.age", "Global.age", "global.bio"})
  void unknown(String text) {
    assertThat(UserDataField.of(text)).isEmpty();
  }
}
