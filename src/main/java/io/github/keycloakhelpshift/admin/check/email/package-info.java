/** Rules of the check about email addresses. */
package io.github.keycloakhelpshift.admin.check.email;
