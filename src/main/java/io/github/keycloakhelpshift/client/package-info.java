/** Finds the mapper that opts a client in, and the settings that count for the client. */
package io.github.keycloakhelpshift.client;
