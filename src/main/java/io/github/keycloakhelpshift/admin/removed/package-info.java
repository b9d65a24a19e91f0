/**
 * The remains of earlier versions in realms: Keycloak can still import and export them, and they do
 * nothing.
 */
package io.github.keycloakhelpshift.admin.removed;
