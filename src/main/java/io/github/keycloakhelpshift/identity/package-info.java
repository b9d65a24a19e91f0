/**
 * Helpshift's model and its limits: identities, identity tokens and user data. Plain Java that
 * knows nothing of Keycloak. No object here can contain a value that Helpshift would refuse.
 */
package io.github.keycloakhelpshift.identity;
