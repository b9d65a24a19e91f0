/** The key provider that keeps Helpshift's shared secrets where Keycloak keeps its own keys. */
package io.github.keycloakhelpshift.key;
