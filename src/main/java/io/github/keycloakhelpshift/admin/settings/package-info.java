/** The realm's settings: read, validated and written. */
package io.github.keycloakhelpshift.admin.settings;
