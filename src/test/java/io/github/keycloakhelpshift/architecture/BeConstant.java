package io.github.keycloakhelpshift.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;

/** A static field is final, and its value never changes. */
final class BeConstant extends ArchCondition<JavaField> {

  BeConstant() {
    super("be constant");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return;
    }
    if (!field.getModifiers().contains(JavaModifier.FINAL) || isMutable(valueOf(field))) {
      events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
    }
  }

  private static Object valueOf(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isMutable(Object value) {
    if (value instanceof Collection<?> elements) {
      return accepts(() -> elements.add(null));
    }
    if (value instanceof Map<?, ?> entries) {
      return accepts(() -> entries.put(null, null));
    }
    return value.getClass().isArray()
        || value instanceof ThreadLocal
        || value.getClass().getPackageName().startsWith("java.util.concurrent");
  }

  /** Whether a change is supported, even if it fails for another reason. */
  private static boolean accepts(Runnable change) {
    try {
      change.run();
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }
}
