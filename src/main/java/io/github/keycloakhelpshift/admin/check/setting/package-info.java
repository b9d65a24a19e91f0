/** Rules of the check about settings. */
package io.github.keycloakhelpshift.admin.check.setting;
