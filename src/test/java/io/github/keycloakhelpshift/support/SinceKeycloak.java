package io.github.keycloakhelpshift.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips a test on a Keycloak that is too old for it; the report says why. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SinceKeycloakCondition.class)
public @interface SinceKeycloak {

  /** The first version that works, e.g. {@code 26.5}. */
  String value();

  /** What an older one lacks. */
  String because();
}
