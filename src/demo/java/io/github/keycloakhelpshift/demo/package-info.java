/**
 * What {@code bin/demo} runs beside Keycloak: the example web apps, and the Web Chat simulator in
 * Helpshift's place. Never in the shipped JAR.
 */
package io.github.keycloakhelpshift.demo;
