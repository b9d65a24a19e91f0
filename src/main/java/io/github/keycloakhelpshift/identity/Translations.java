package io.github.keycloakhelpshift.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of one of our message bundles in a language, or else in English. */
public final class Translations {

  private final ResourceBundle bundle;

  /**
   * Loads a bundle.
   *
   * @param neighbour a class in the bundle's package
   */
  public Translations(Class<?> neighbour, String name, Locale language) {
    this.bundle =
        ResourceBundle.getBundle(
            neighbour.getPackageName() + "." + name,
            language,
            neighbour.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Returns the text with that key; empty if the bundle does not have it. */
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }
}
