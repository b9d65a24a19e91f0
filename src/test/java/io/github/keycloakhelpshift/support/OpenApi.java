package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares our OpenAPI description with real answers. Knows only the parts of OpenAPI 3.0 that the
 * description uses; an unknown word is an error, so that everything is checked.
 */
public final class OpenApi {

  private static final List<String> SILENT_WORDS = List.of("description", "format", "minimum");

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The description in {@code docs/}. */
  public static OpenApi ofDocs() {
    try {
      return new OpenApi(Json.of(Files.readString(Path.of("docs/openapi.json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths and methods that it describes, as {@code GET /path}. */
  public List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (!method.getKey().equals("parameters")) {
          operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  /** Fails unless the description contains that answer. */
  public Answer require(String method, String pathAndQuery, Answer answer) {
    JsonNode response =
        operation(method, pathAndQuery.split("\\?", 2)[0])
            .path("responses")
            .path(String.valueOf(answer.status()));
    String place = method + " " + pathAndQuery + " " + answer.status();
    if (response.isMissingNode()) {
      throw new AssertionError(place + " is not described: " + answer.body());
    }
    if (!response.has("content")) {
      return answer;
    }
    String type = answer.header("Content-Type").orElse("").split(";", 2)[0];
    JsonNode content = response.get("content").get(type);
    if (content == null) {
      throw new AssertionError(place + " has an undescribed type: " + type);
    }
    switch (type) {
      case "application/json" -> check(content.get("schema"), Json.of(answer.body()), place);
      case "application/x-ndjson" ->
          answer.body().lines().forEach(line -> check(content.get("schema"), Json.of(line), place));
      default -> {
        // Text.
      }
    }
    return answer;
  }

  private JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> entry : document.get("paths").properties()) {
      String regex = entry.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+");
      JsonNode operation = entry.getValue().get(method.toLowerCase(Locale.ROOT));
      if (operation != null && Pattern.matches(regex, path)) {
        return operation;
      }
    }
    throw new AssertionError(method + " " + path + " is not described");
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    for (Map.Entry<String, JsonNode> word : schema.properties()) {
      JsonNode rule = word.getValue();
      switch (word.getKey()) {
        case "$ref" -> check(document.at(rule.asText().substring(1)), value, place);
        case "allOf" -> rule.forEach(part -> check(part, value, place));
        case "anyOf" -> checkAny(rule, value, place);
        case "type" -> require(isOfType(rule.asText(), value), place, "is no " + rule.asText());
        case "enum" -> require(contains(rule, value), place, "is not one of " + rule);
        case "items" -> {
          for (int i = 0; i < value.size(); i++) {
            check(rule, value.get(i), place + "/" + i);
          }
        }
        case "required" ->
            rule.forEach(name -> require(value.has(name.asText()), place, "has no " + name));
        case "properties" ->
            rule.properties().stream()
                .filter(property -> value.has(property.getKey()))
                .forEach(
                    property ->
                        check(
                            property.getValue(),
                            value.get(property.getKey()),
                            place + "/" + property.getKey()));
        case "additionalProperties" ->
            value.properties().stream()
                .filter(member -> !schema.path("properties").has(member.getKey()))
                .forEach(
                    member -> {
                      String at = place + "/" + member.getKey();
                      require(!rule.isBoolean() || rule.asBoolean(), at, "is not described");
                      if (rule.isObject()) {
                        check(rule, member.getValue(), at);
                      }
                    });
        default ->
            require(SILENT_WORDS.contains(word.getKey()), place, "has the schema word " + word);
      }
    }
  }

  private void checkAny(JsonNode schemas, JsonNode value, String place) {
    List<String> failures = new ArrayList<>();
    for (JsonNode schema : schemas) {
      try {
        check(schema, value, place);
        return;
      } catch (AssertionError e) {
        failures.add(e.getMessage());
      }
    }
    throw new AssertionError(place + " fits nothing: " + failures);
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new AssertionError("The description has a type " + type);
    };
  }

  private static boolean contains(JsonNode array, JsonNode value) {
    for (JsonNode one : array) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean condition, String place, String message) {
    if (!condition) {
      throw new AssertionError(place + " " + message);
    }
  }
}
