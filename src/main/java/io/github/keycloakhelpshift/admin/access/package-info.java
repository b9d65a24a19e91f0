/** What the calling admin may do and see, and the form of the answers. */
package io.github.keycloakhelpshift.admin.access;
