package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that is easy to read in a Java string: it can have single quotes. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private Json() {}

  /** Reads JSON, or a value as it would be written in JSON. */
  public static JsonNode of(Object value) {
    try {
      return value instanceof String text ? MAPPER.readTree(text) : MAPPER.valueToTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON: " + value, e);
    }
  }

  /** Reads a JSON object. */
  public static ObjectNode object(String text) {
    return (ObjectNode) of(text);
  }

  /** Reads a resource that lies beside our test classes. */
  public static ObjectNode resource(String name) {
    try (var stream = Json.class.getResourceAsStream(name)) {
      return (ObjectNode) MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the changes into the target: objects member by member, all else replaced. */
  public static void merge(ObjectNode target, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue() instanceof ObjectNode inner
                  && target.get(change.getKey()) instanceof ObjectNode at) {
                merge(at, inner);
              } else {
                target.set(change.getKey(), change.getValue());
              }
            });
  }

  /** The element whose member has that value, or a new one at the end. */
  static ObjectNode elementOf(ArrayNode array, String member, String value) {
    for (JsonNode element : array) {
      if (element.path(member).asText().equals(value)) {
        return (ObjectNode) element;
      }
    }
    return array.addObject().put(member, value);
  }
}
