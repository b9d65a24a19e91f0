/** The realm's endpoints: {@code /realms/{realm}/helpshift}. */
package io.github.keycloakhelpshift.rest;
