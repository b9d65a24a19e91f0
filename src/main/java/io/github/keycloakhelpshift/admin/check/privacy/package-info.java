/** Rules of the check: privacy. */
package io.github.keycloakhelpshift.admin.check.privacy;
