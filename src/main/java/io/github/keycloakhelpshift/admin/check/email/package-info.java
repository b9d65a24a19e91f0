/** Rules of the check: email. */
package io.github.keycloakhelpshift.admin.check.email;
