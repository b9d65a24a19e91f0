/** What a user's token would say. */
package io.github.keycloakhelpshift.admin.preview;
