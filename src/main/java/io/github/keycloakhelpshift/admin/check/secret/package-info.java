/** Rules of the check: secret. */
package io.github.keycloakhelpshift.admin.check.secret;
