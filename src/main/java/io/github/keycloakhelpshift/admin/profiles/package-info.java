/** The users for Helpshift's bulk API. */
package io.github.keycloakhelpshift.admin.profiles;
