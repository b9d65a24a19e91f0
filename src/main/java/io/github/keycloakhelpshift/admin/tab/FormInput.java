package io.github.keycloakhelpshift.admin.tab;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A part of the tab's form: one input, or two, for one setting or for all settings of a kind.
 *
 * <p>The form's names hold no dot, because the console turns dots into something else and does not
 * turn them back.
 */
interface FormInput {

  /** What the console draws. */
  List<ProviderConfigProperty> properties();

  /** Whether a setting is shown here. */
  boolean holds(String key);

  /** Whether it shows more than one setting, so that its label alone does not say which. */
  default boolean holdsMany() {
    return false;
  }

  /** Puts the settings that belong here into the form. */
  void show(Map<String, String> settings, MultivaluedHashMap<String, String> form);

  /**
   * Reads the settings that belong here from the form. What is empty is not set.
   *
   * @throws InvalidInputException if the form says something that no setting can say
   */
  void read(MultivaluedHashMap<String, String> form, Map<String, String> settings)
      throws InvalidInputException;

  /** Its label, a key of the message bundle. */
  default String label() {
    return properties().get(0).getLabel();
  }

  /** A property whose label and help are keys of the message bundle. */
  static ProviderConfigProperty property(String name, String type) {
    String message = message(name);
    return new ProviderConfigProperty(name, message, message + "Help", type, null);
  }

  /** {@code platform_id} becomes {@code helpshiftPlatformId}. */
  private static String message(String name) {
    return Arrays.stream(name.split("_"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "helpshift", ""));
  }

  /** The values of a field that are not blank, stripped. */
  static List<String> texts(MultivaluedHashMap<String, String> form, String name) {
    // Not getList, which puts an empty list into the form.
    return form.getOrDefault(name, List.of()).stream()
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .toList();
  }

  /** The only value of a field, stripped; empty if there is none. */
  static String text(MultivaluedHashMap<String, String> form, String name) {
    return texts(form, name).stream().findFirst().orElse("");
  }
}
