package io.github.keycloakhelpshift.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** For what an older Keycloak cannot do: skipped there, and the report says why. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SinceKeycloakCondition.class)
public @interface SinceKeycloak {

  /** The first version that can, e.g. {@code 26.5}. */
  String value();

  /** What an older one lacks. */
  String because();
}
