/**
 * What integration tests stand on: a real Keycloak with the packaged JAR, realms made for a test,
 * people who log in to them, and an independent judge of tokens.
 */
package io.github.keycloakhelpshift.support;
