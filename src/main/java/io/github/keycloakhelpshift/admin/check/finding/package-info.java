/** The findings of rules, and their texts. */
package io.github.keycloakhelpshift.admin.check.finding;
