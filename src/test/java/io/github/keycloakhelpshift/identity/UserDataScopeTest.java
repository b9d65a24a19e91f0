package io.github.keycloakhelpshift.identity;

import static io.github.keycloakhelpshift.identity.FieldType.AGE;
import static io.github.keycloakhelpshift.identity.FieldType.APP_VERSION;
import static io.github.keycloakhelpshift.identity.FieldType.BOOLEAN;
import static io.github.keycloakhelpshift.identity.FieldType.CUSTOM;
import static io.github.keycloakhelpshift.identity.FieldType.DECIMAL;
import static io.github.keycloakhelpshift.identity.FieldType.EPOCH_SECONDS;
import static io.github.keycloakhelpshift.identity.FieldType.INTEGER;
import static io.github.keycloakhelpshift.identity.FieldType.LANGUAGE;
import static io.github.keycloakhelpshift.identity.FieldType.PAYING_SEGMENT;
import static io.github.keycloakhelpshift.identity.FieldType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataScopeTest {

  @Test
  @DisplayName("global: Helpshift's core attributes")
  void global() {
    assertThat(UserDataScope.GLOBAL.scopeName()).isEqualTo("global");
    assertThat(UserDataScope.GLOBAL.fields())
        .containsOnly(
            entry("first_name", TEXT),
            entry("last_name", TEXT),
            entry("full_name", TEXT),
            entry("display_name", TEXT),
            entry("last_country", TEXT),
            entry("last_city", TEXT),
            entry("age", AGE),
            entry("lifetime_value", INTEGER),
            entry("user_persona", TEXT),
            entry("user_vip_segment", TEXT),
            entry("user_support_status", TEXT),
            entry("last_active_date", EPOCH_SECONDS),
            entry("accepted_t_and_c", BOOLEAN),
            entry("preferred_language", LANGUAGE));
  }

  @Test
  @DisplayName("app: Helpshift's app attributes")
  void app() {
    assertThat(UserDataScope.APP.scopeName()).isEqualTo("app");
    assertThat(UserDataScope.APP.fields())
        .containsOnly(
            entry("app_version", APP_VERSION),
            entry("sdk_version", TEXT),
            entry("language", LANGUAGE),
            entry("country", TEXT),
            entry("city", TEXT),
            entry("app_rating", TEXT),
            entry("app_status", TEXT),
            entry("user_level", TEXT),
            entry("user_persona", TEXT),
            entry("user_vip_segment", TEXT),
            entry("user_paying_segment", PAYING_SEGMENT),
            entry("user_support_status", TEXT),
            entry("accepted_t_and_c", BOOLEAN),
            entry("lifetime_value", INTEGER),
            entry("last_90d_spend", DECIMAL),
            entry("count_transactions_90d", INTEGER),
            entry("count_transactions_lifetime", INTEGER),
            entry("count_refunds_90d", INTEGER),
            entry("iap_views_since_last_purchase", INTEGER),
            entry("last_purchase_date", EPOCH_SECONDS),
            entry("last_login_date", EPOCH_SECONDS));
  }

  @ParameterizedTest
  @DisplayName("custom_user_fields.<name>: key at most 255 characters, not blank")
  @EnumSource(UserDataScope.class)
  void customFields(UserDataScope scope) {
    String prefix = "custom_user_fields.";

    assertThat(scope.typeOf(prefix + "favourite_map")).contains(CUSTOM);
    assertThat(scope.typeOf(prefix + "a.b")).contains(CUSTOM);
    assertThat(scope.typeOf(prefix + "x".repeat(255))).contains(CUSTOM);
    assertThat(scope.typeOf(prefix + "x".repeat(256))).isEmpty();
    assertThat(scope.typeOf(prefix)).isEmpty();
    assertThat(scope.typeOf(prefix + " ")).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("a field that Helpshift does not know; tags are not fields")
  @ValueSource(strings = {"", "Age", "new_tags", "tags_to_remove", "reset_tags", "sdk_version"})
  void unknown(String field) {
    assertThat(UserDataScope.GLOBAL.typeOf(field)).isEmpty();
  }
}
