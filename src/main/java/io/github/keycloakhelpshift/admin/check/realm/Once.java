package io.github.keycloakhelpshift.admin.check.realm;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is asked for at most once. Where asking fails, everybody who asks learns it.
 *
 * @param <T> what is asked for
 */
final class Once<T> {

  private final Supplier<T> source;
  private Optional<T> value = Optional.empty();

  Once(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    if (value.isEmpty()) {
      value = Optional.of(source.get());
    }
    return value.get();
  }
}
