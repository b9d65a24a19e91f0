package io.github.keycloakhelpshift.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Test classes that start a Keycloak of their own, by {@link KeycloakExtension#startAnother}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestInstance(Lifecycle.PER_CLASS)
@DisabledIfSystemProperty(
    named = KeycloakExtension.KIND,
    matches = KeycloakExtension.IN_CONTAINER,
    disabledReason = "It starts a Keycloak of its own, which is in no container")
public @interface OwnKeycloak {}
