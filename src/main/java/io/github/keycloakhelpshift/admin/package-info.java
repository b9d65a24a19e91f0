/** The admin's side: {@code /admin/realms/{realm}/helpshift}. */
package io.github.keycloakhelpshift.admin;
