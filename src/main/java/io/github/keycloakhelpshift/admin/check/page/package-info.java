/** Rules of the check: page. */
package io.github.keycloakhelpshift.admin.check.page;
