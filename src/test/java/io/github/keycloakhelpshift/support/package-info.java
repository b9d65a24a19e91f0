/**
 * The base of integration tests: a real Keycloak with the packaged JAR, realms for a test, users
 * who log in to them, and independent checks of tokens.
 */
package io.github.keycloakhelpshift.support;
