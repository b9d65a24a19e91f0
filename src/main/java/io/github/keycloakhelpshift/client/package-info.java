/** Clients: the mapper that opts a client in, and the settings that count for it. */
package io.github.keycloakhelpshift.client;
