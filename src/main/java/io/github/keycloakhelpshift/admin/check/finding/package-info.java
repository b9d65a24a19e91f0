/** What a rule finds, and the words for it. */
package io.github.keycloakhelpshift.admin.check.finding;
