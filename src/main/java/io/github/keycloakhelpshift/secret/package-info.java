/** Shared secrets: the key provider that keeps them, the vault, and which of them signs. */
package io.github.keycloakhelpshift.secret;
