/** Maps a Keycloak user to the identities and the user data that Helpshift gets. */
package io.github.keycloakhelpshift.user;
