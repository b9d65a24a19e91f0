/** Reads, validates and writes the realm's settings. */
package io.github.keycloakhelpshift.admin.settings;
