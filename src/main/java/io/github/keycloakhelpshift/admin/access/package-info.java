/** The permissions of the calling admin, and the form of the answers. */
package io.github.keycloakhelpshift.admin.access;
