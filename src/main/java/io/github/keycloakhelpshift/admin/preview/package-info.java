/** The preview of a user's token. */
package io.github.keycloakhelpshift.admin.preview;
