/** A realm as the rules of the check see it. */
package io.github.keycloakhelpshift.admin.check.realm;
