/**
 * Helpshift's model and its limits: identities, identity tokens and user data. Plain Java: nothing
 * here knows Keycloak. Nothing here can hold a value that Helpshift would refuse.
 */
package io.github.keycloakhelpshift.identity;
