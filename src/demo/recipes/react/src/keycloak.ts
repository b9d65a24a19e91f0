import Keycloak from "keycloak-js";

export const keycloak = new Keycloak({
  url: import.meta.env.VITE_KEYCLOAK,
  realm: import.meta.env.VITE_REALM,
  clientId: "web",
});

/** Whether somebody is signed in. Here and not in a component: `init` can be called only once. */
export const started = keycloak.init({
  onLoad: "check-sso",
  pkceMethod: "S256",
  silentCheckSsoRedirectUri: new URL("silent-check-sso.html", location.href).href,
});
