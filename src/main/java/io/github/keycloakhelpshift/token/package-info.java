/** Signs an identity token with a shared secret: makes the JWT that Helpshift accepts. */
package io.github.keycloakhelpshift.token;
