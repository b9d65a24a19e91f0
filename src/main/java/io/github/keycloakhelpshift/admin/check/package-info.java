/** The check of the set-up: each rule looks for one kind of mistake. */
package io.github.keycloakhelpshift.admin.check;
