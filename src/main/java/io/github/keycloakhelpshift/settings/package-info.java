/**
 * The settings: their keys, types, defaults, validation and help; the realm's attributes overridden
 * by a client's mapper; and the shared secrets.
 */
package io.github.keycloakhelpshift.settings;
