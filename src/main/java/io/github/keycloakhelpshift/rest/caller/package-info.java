/**
 * Who calls, through which client and from which origin, and every way in which a call is refused.
 */
package io.github.keycloakhelpshift.rest.caller;
