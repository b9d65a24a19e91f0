/** Rules of the check about full privacy. */
package io.github.keycloakhelpshift.admin.check.privacy;
