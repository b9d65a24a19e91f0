/** What an admin does, and sees, in Keycloak's own admin console. */
package io.github.keycloakhelpshift.console;
