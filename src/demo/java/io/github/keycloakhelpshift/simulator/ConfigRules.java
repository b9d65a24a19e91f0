package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Web Chat's rules for {@code helpshiftConfig}: the types and limits of its options. */
final class ConfigRules {

  private static final int MAX_USER_NAME = 255;
  private static final int MAX_TAG = 100;

  /** The codes of Web Chat's 50 languages, and the word for the browser's own. */
  private static final Set<String> LANGUAGES =
      Set.of(
          ("en de es fr it ru zh-Hans zh-Hant zh-HK zh-SG pt pt-br es-419 en-GB ko ja tr nl cs hu id"
                  + " th sl vi ar pl no sv fi ro el da ms iw sk uk ca hr bn bg gu hi kn lv ml mr pa"
                  + " fa ta te browserDefault")
              .split(" "));

  private static final Set<String> POSITIONS =
      Set.of("bottom-right", "bottom-left", "top-left", "top-right");

  /** What an option must be, in words that follow its name. */
  private record Option(Predicate<JsonNode> rule, String fault) {}

  private static final Option TEXT = new Option(JsonNode::isTextual, "is not a string");
  private static final Option SWITCH = new Option(JsonNode::isBoolean, "is not a boolean");

  private static final Map<String, Option> OPTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("authenticateWith", text("identities"::equals, "is not \"identities\"")),
              Map.entry("clearAnonymousUserOnLogin", SWITCH),
              Map.entry("conversationPrefillText", TEXT),
              Map.entry("fullPrivacy", SWITCH),
              Map.entry("initialUserMessage", TEXT),
              Map.entry("initiateChatOnLoad", SWITCH),
              Map.entry("language", text(LANGUAGES::contains, "is not a language of Web Chat")),
              Map.entry("tags", new Option(ConfigRules::areTags, "is not an array of tags")),
              Map.entry("userAuthToken", TEXT),
              Map.entry("userEmail", text(ConfigRules::isNoneOrEmail, "is not an email address")),
              Map.entry("userId", text(ConfigRules::isNoneOrUserId, "is not a user id")),
              Map.entry(
                  "userName",
                  text(
                      name -> name.length() <= MAX_USER_NAME,
                      "is longer than " + MAX_USER_NAME + " characters")),
              Map.entry("widgetOptions", new Option(JsonNode::isObject, "is not an object"))));

  private static final Map<String, Option> WIDGET_OPTIONS =
      new TreeMap<>(
          Map.of(
              "fullScreen",
              SWITCH,
              "position",
              text(POSITIONS::contains, "is not a position"),
              "showLauncher",
              SWITCH,
              "zIndex",
              new Option(JsonNode::isNumber, "is not a number")));

  private ConfigRules() {}

  /** Returns what is wrong with a config, one sentence each. */
  static List<String> violations(JsonNode config) {
    List<String> violations = new ArrayList<>();
    for (String name : List.of("platformId", "domain")) {
      if (config.path(name).asText().isBlank() || !config.path(name).isTextual()) {
        violations.add("helpshiftConfig." + name + " is missing");
      }
    }
    violations.addAll(judge("helpshiftConfig", OPTIONS, config));
    violations.addAll(judge("widgetOptions", WIDGET_OPTIONS, config.path("widgetOptions")));
    if (config.has("authenticateWith") && config.has("userAuthToken")) {
      violations.add("helpshiftConfig has both authenticateWith and userAuthToken");
    }
    return violations;
  }

  private static List<String> judge(String of, Map<String, Option> options, JsonNode given) {
    return options.entrySet().stream()
        .filter(option -> given.has(option.getKey()))
        .filter(option -> !option.getValue().rule().test(given.get(option.getKey())))
        .map(option -> of + "." + option.getKey() + " " + option.getValue().fault())
        .collect(Collectors.toList());
  }

  private static Option text(Predicate<String> rule, String fault) {
    return new Option(value -> value.isTextual() && rule.test(value.textValue()), fault);
  }

  /** An empty value counts as missing. */
  private static boolean isNoneOrUserId(String value) {
    return value.isEmpty() || IdentityRules.isUserId(value);
  }

  private static boolean isNoneOrEmail(String value) {
    return value.isEmpty() || IdentityRules.isEmail(value);
  }

  private static boolean areTags(JsonNode tags) {
    return tags.isArray()
        && StreamSupport.stream(tags.spliterator(), false)
            .allMatch(
                tag ->
                    tag.isTextual()
                        && !tag.textValue().isBlank()
                        && tag.textValue().length() <= MAX_TAG);
  }
}
