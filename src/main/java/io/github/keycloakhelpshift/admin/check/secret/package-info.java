/** Rules of the check about shared secrets. */
package io.github.keycloakhelpshift.admin.check.secret;
