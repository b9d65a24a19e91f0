/** Finds out who calls, through which client and from which origin, and refuses calls. */
package io.github.keycloakhelpshift.rest.caller;
