/** Rules of the check: client. */
package io.github.keycloakhelpshift.admin.check.client;
