/** What earlier versions left in realms: it still imports and exports, and does nothing. */
package io.github.keycloakhelpshift.admin.removed;
