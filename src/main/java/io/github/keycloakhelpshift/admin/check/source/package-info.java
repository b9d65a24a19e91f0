/** Rules of the check: source. */
package io.github.keycloakhelpshift.admin.check.source;
