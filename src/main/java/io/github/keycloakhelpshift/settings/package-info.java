/**
 * The settings: their keys, types, defaults and validation, and the realm's attributes, overridden
 * by a client's mappers.
 */
package io.github.keycloakhelpshift.settings;
