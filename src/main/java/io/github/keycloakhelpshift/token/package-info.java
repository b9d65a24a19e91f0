/** Signing: from an identity token and a shared secret to the JWT that Helpshift takes. */
package io.github.keycloakhelpshift.token;
