/**
 * Shared secrets: the key provider that stores them, the vault, and the choice of the one that
 * signs.
 */
package io.github.keycloakhelpshift.secret;
