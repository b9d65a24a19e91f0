package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Helpshift's field tables: what a batch of user data may hold. */
final class UserDataRules {

  private static final int MAX_KEY = 255;
  private static final int MAX_CUSTOM_VALUE = 255;
  private static final int MAX_MULTILINE_VALUE = 100_000;
  private static final int MAX_TAG = 100;
  private static final int MAX_ENTRIES = 30;
  private static final int MAX_APP_VERSION = 10;
  private static final int AGE_LIMIT = 150;
  private static final Set<String> PAYING =
      Set.of("low_paying", "medium_paying", "high_paying", "non_paying");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Predicate<String> TEXT = value -> !value.isBlank();
  private static final Predicate<String> INTEGER = matching("-?\\d{1,18}");
  private static final Predicate<String> DECIMAL = matching("-?\\d{1,18}(\\.\\d+)?");
  // Seconds: twelve digits would be milliseconds, or the year 5138.
  private static final Predicate<String> SECONDS = matching("\\d{1,11}");
  private static final Predicate<String> BOOLEAN = matching("true|false");
  private static final Predicate<String> LANGUAGE = LANGUAGES::contains;
  // What has the form of a code must be one; names of countries are not listed here.
  private static final Predicate<String> COUNTRY =
      TEXT.and(matching("[A-Z]{2}|[a-z]{2}").negate().or(UserDataRules::isCountryCode));
  private static final Predicate<String> AGE =
      matching("\\d{1,3}")
          .and(age -> Integer.parseInt(age) > 0 && Integer.parseInt(age) < AGE_LIMIT);

  private static final Map<String, Predicate<String>> GLOBAL =
      Map.ofEntries(
          Map.entry("first_name", TEXT),
          Map.entry("last_name", TEXT),
          Map.entry("full_name", TEXT),
          Map.entry("display_name", TEXT),
          Map.entry("last_country", COUNTRY),
          Map.entry("last_city", TEXT),
          Map.entry("age", AGE),
          Map.entry("lifetime_value", INTEGER),
          Map.entry("user_persona", TEXT),
          Map.entry("user_vip_segment", TEXT),
          Map.entry("user_support_status", TEXT),
          Map.entry("last_active_date", SECONDS),
          Map.entry("accepted_t_and_c", BOOLEAN),
          Map.entry("preferred_language", LANGUAGE));

  private static final Map<String, Predicate<String>> APP =
      Map.ofEntries(
          Map.entry("app_version", TEXT.and(value -> value.length() <= MAX_APP_VERSION)),
          Map.entry("sdk_version", TEXT),
          Map.entry("language", LANGUAGE),
          Map.entry("country", COUNTRY),
          Map.entry("city", TEXT),
          Map.entry("app_rating", TEXT),
          Map.entry("app_status", TEXT),
          Map.entry("user_level", TEXT),
          Map.entry("user_persona", TEXT),
          Map.entry("user_vip_segment", TEXT),
          Map.entry("user_paying_segment", PAYING::contains),
          Map.entry("user_support_status", TEXT),
          Map.entry("accepted_t_and_c", BOOLEAN),
          Map.entry("lifetime_value", INTEGER),
          Map.entry("last_90d_spend", DECIMAL),
          Map.entry("count_transactions_90d", INTEGER),
          Map.entry("count_transactions_lifetime", INTEGER),
          Map.entry("count_refunds_90d", INTEGER),
          Map.entry("iap_views_since_last_purchase", INTEGER),
          Map.entry("last_purchase_date", SECONDS),
          Map.entry("last_login_date", SECONDS));

  private static final Set<String> TAG_LISTS = Set.of("new_tags", "tags_to_remove", "reset_tags");

  private final Set<String> multilineFields = ConcurrentHashMap.newKeySet();

  /** Makes a custom user field a multi-line one, as an admin does in Helpshift's dashboard. */
  void multiline(String field) {
    multilineFields.add(field);
  }

  Verdict check(boolean global, JsonNode data) {
    Faults faults = new Faults();
    String kind = global ? "invalidCoreAttributes" : "invalidAppAttributes";
    for (var field : data.properties()) {
      if (!valid(global, field.getKey(), field.getValue())) {
        faults.add(kind, field.getKey());
      }
    }
    return faults.verdict();
  }

  private boolean valid(boolean global, String name, JsonNode value) {
    if (name.equals("custom_user_fields")) {
      return validCustomFields(value);
    }
    if (global && TAG_LISTS.contains(name)) {
      return validTags(value);
    }
    Predicate<String> rule = (global ? GLOBAL : APP).get(name);
    return rule != null && value.isTextual() && rule.test(value.textValue());
  }

  private boolean validCustomFields(JsonNode fields) {
    return fields.isObject()
        && !fields.isEmpty()
        && fields.size() <= MAX_ENTRIES
        && fields.properties().stream()
            .allMatch(
                field ->
                    !field.getKey().isBlank()
                        && field.getKey().length() <= MAX_KEY
                        && field.getValue().isTextual()
                        && field.getValue().textValue().length() <= longest(field.getKey()));
  }

  private int longest(String field) {
    return multilineFields.contains(field) ? MAX_MULTILINE_VALUE : MAX_CUSTOM_VALUE;
  }

  private static boolean validTags(JsonNode tags) {
    if (!tags.isArray() || tags.size() > MAX_ENTRIES) {
      return false;
    }
    for (JsonNode tag : tags) {
      if (!tag.isTextual() || tag.textValue().isBlank() || tag.textValue().length() > MAX_TAG) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCountryCode(String value) {
    return COUNTRIES.contains(value.toUpperCase(Locale.ROOT));
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }
}
