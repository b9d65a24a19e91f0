package io.github.keycloakhelpshift.admin.preview;

/**
 * A reason why a user can't have a token.
 *
 * @param description the reason in the admin's language; never contains a value
 */
record ReasonRepresentation(String reason, String description) {}
