package io.github.keycloakhelpshift.admin.check.realm;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is computed at most once. If computing fails, every caller gets the exception. */
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
