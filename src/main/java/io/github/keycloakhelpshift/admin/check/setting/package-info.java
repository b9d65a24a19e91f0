/** Rules of the check: setting. */
package io.github.keycloakhelpshift.admin.check.setting;
