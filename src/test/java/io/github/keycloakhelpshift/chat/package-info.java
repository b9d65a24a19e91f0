/**
 * The chat from end to end: a real Keycloak, the demo realm, the example apps with the real
 * keycloak-js and oidc-client-ts, a real browser; only Helpshift is simulated.
 */
package io.github.keycloakhelpshift.chat;
