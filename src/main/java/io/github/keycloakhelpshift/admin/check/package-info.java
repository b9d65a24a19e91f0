/** The check of the set-up: one rule looks for one kind of mistake. */
package io.github.keycloakhelpshift.admin.check;
