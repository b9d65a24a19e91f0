package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Web Chat's rules for custom issue fields. Helpshift drops a field that breaks them. */
final class CustomIssueFieldRules {

  private static final Set<String> MEMBERS = Set.of("type", "value");
  private static final Map<String, Predicate<JsonNode>> TYPES =
      Map.of(
          "singleline", text(255),
          "multiline", text(100_000),
          "number", text(255).and(value -> value.textValue().matches("-?\\d+(\\.\\d+)?")),
          "dropdown", text(255),
          "date", JsonNode::isIntegralNumber,
          "checkbox", JsonNode::isBoolean);

  private CustomIssueFieldRules() {}

  /** Returns what is wrong with the fields, one sentence each. */
  static List<String> violations(JsonNode fields) {
    if (!fields.isObject()) {
      return List.of("custom issue fields are not an object");
    }
    return fields.properties().stream()
        .filter(field -> !valid(field.getKey(), field.getValue()))
        .map(field -> "the custom issue field " + field.getKey() + " is dropped")
        .toList();
  }

  private static boolean valid(String name, JsonNode field) {
    Predicate<JsonNode> type = TYPES.get(field.path("type").asText());
    return !name.isBlank()
        && field.isObject()
        && field.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()))
        && type != null
        && type.test(field.path("value"));
  }

  private static Predicate<JsonNode> text(int longest) {
    return value -> value.isTextual() && value.textValue().length() <= longest;
  }
}
