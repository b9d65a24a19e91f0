/** Rules of the check about the sources of identities and user data. */
package io.github.keycloakhelpshift.admin.check.source;
