/** Integration tests: the packaged JAR in a real Keycloak. */
package io.github.keycloakhelpshift.it;
