// The chat in the account console, signed in as the account's user by the sign-on cookie.
// Keycloak offers this file to every theme: "scripts=helpshift/account.js" in theme.properties.
(() => {
  "use strict";
  // Keycloak may stand below a path of its own.
  const realm = /^.*\/realms\/[^/]+\//.exec(location.pathname);
  if (!realm) return;
  const script = document.createElement("script");
  // With the origin: a path that begins with two slashes would name another host.
  script.src = location.origin + realm[0] + "helpshift/web-chat.js";
  script.dataset.clientId = "account-console";
  document.head.append(script);
  // On the page that a login comes back to, the script waits for what an app pushes. The console pushes nothing.
  addEventListener("load", () => setTimeout(() => (window.HelpshiftSSO ||= []).push({}), 500));
})();
