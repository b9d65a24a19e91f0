/** Rules of the check about pages and the realm. */
package io.github.keycloakhelpshift.admin.check.page;
