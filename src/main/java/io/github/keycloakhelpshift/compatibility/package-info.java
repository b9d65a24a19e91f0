/** The differences between the Keycloak versions that one JAR runs on. */
package io.github.keycloakhelpshift.compatibility;
