package io.github.keycloakhelpshift.identity;

import static io.github.keycloakhelpshift.identity.FieldType.AGE;
import static io.github.keycloakhelpshift.identity.FieldType.APP_VERSION;
import static io.github.keycloakhelpshift.identity.FieldType.BOOLEAN;
import static io.github.keycloakhelpshift.identity.FieldType.DECIMAL;
import static io.github.keycloakhelpshift.identity.FieldType.EPOCH_SECONDS;
import static io.github.keycloakhelpshift.identity.FieldType.INTEGER;
import static io.github.keycloakhelpshift.identity.FieldType.LANGUAGE;
import static io.github.keycloakhelpshift.identity.FieldType.PAYING_SEGMENT;
import static io.github.keycloakhelpshift.identity.FieldType.TEXT;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The two sets of user data that Helpshift stores, and the fields of each.
 *
 * <p>Source: Helpshift's User Hub page, "Updating global user data" and "Updating app user data",
 * and the field types of its developer documentation.
 */
public enum UserDataScope {
  /** The person's data in all apps of the brand: Helpshift's core attributes. */
  GLOBAL(
      "global",
      Map.ofEntries(
          Map.entry("first_name", TEXT),
          Map.entry("last_name", TEXT),
          Map.entry("full_name", TEXT),
          Map.entry("display_name", TEXT),
          Map.entry("last_country", TEXT),
          Map.entry("last_city", TEXT),
          Map.entry("age", AGE),
          Map.entry("lifetime_value", INTEGER),
          Map.entry("user_persona", TEXT),
          Map.entry("user_vip_segment", TEXT),
          Map.entry("user_support_status", TEXT),
          Map.entry("last_active_date", EPOCH_SECONDS),
          Map.entry("accepted_t_and_c", BOOLEAN),
          Map.entry("preferred_language", LANGUAGE))),
  /** The person's data in one app. */
  APP(
      "app",
      Map.ofEntries(
          Map.entry("app_version", APP_VERSION),
          Map.entry("sdk_version", TEXT),
          Map.entry("language", LANGUAGE),
          Map.entry("country", TEXT),
          Map.entry("city", TEXT),
          Map.entry("app_rating", TEXT),
          Map.entry("app_status", TEXT),
          Map.entry("user_level", TEXT),
          Map.entry("user_persona", TEXT),
          Map.entry("user_vip_segment", TEXT),
          Map.entry("user_paying_segment", PAYING_SEGMENT),
          Map.entry("user_support_status", TEXT),
          Map.entry("accepted_t_and_c", BOOLEAN),
          Map.entry("lifetime_value", INTEGER),
          Map.entry("last_90d_spend", DECIMAL),
          Map.entry("count_transactions_90d", INTEGER),
          Map.entry("count_transactions_lifetime", INTEGER),
          Map.entry("count_refunds_90d", INTEGER),
          Map.entry("iap_views_since_last_purchase", INTEGER),
          Map.entry("last_purchase_date", EPOCH_SECONDS),
          Map.entry("last_login_date", EPOCH_SECONDS)));

  /** The prefix of a custom field's name: {@code custom_user_fields.favourite_map}. */
  public static final String CUSTOM_PREFIX = "custom_user_fields.";

  private static final int MAX_KEY_LENGTH = 255;

  private final String scopeName;
  private final Map<String, FieldType> fields;

  UserDataScope(String scopeName, Map<String, FieldType> fields) {
    this.scopeName = scopeName;
    this.fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /** Returns the name in settings and in the endpoint's answer: {@code global} or {@code app}. */
  public String scopeName() {
    return scopeName;
  }

  String prefix() {
    return scopeName + ".";
  }

  /** Returns the fields with Helpshift's own names, in alphabetical order. */
  public Map<String, FieldType> fields() {
    return fields;
  }

  /** Returns the type of a field; empty if Helpshift knows no such field. */
  public Optional<FieldType> typeOf(String field) {
    if (field.startsWith(CUSTOM_PREFIX)) {
      String name = field.substring(CUSTOM_PREFIX.length());
      return Text.isBlank(name) || !Text.isWellFormed(name) || name.length() > MAX_KEY_LENGTH
          ? Optional.empty()
          : Optional.of(FieldType.CUSTOM);
    }
    return Optional.ofNullable(fields.get(field));
  }
}
