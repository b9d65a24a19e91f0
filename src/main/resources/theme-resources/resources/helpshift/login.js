// What login pages do for the chat. They carry the password form: unless the realm's setting
// helpshift.login_pages says so, nothing is loaded from a third party.
// Keycloak offers this file to every theme: "scripts=helpshift/login.js" in theme.properties.
(() => {
  "use strict";
  // Keycloak may stand below a path of its own.
  const realm = /^.*\/realms\/[^/]+\//.exec(location.pathname);
  if (!realm) return;
  // With the origin: a path that begins with two slashes would name another host.
  const here = location.origin + realm[0];
  const base = here + "helpshift/";

  // Keycloak writes the client of the login into the addresses of the page's forms and links.
  // Anybody can write another one into the address of the page itself.
  const renderedClient = () =>
    [...document.querySelectorAll("form[action], a[href]")]
      .map((one) => one.getAttribute("action") || one.getAttribute("href"))
      .map((address) => new URL(address, location.href))
      .filter(({ href }) => href.startsWith(here + "login-actions/"))
      .map(({ searchParams }) => searchParams.get("client_id"))
      .find(Boolean);

  // Who sees a login page may just have logged out: other tabs look whether their session lives.
  const tellTabs = () => {
    try {
      const channel = new BroadcastChannel("helpshift-sso" + base);
      channel.postMessage({ type: "logout", sid: "" });
      channel.close();
    } catch {
      // They find out by themselves, seconds later.
    }
  };

  const show = (clientId) => {
    // Nobody's chat, even where a session is still there: no cookie is sent.
    (window.HelpshiftSSO ||= []).push({ auth: { getAccessToken: () => undefined } });
    const script = document.createElement("script");
    script.src = base + "web-chat.js";
    script.dataset.clientId = clientId;
    document.head.append(script);
  };

  const run = async () => {
    // An error page has any address that somebody has made up.
    if (document.getElementById("kc-error-message")) return;
    tellTabs();
    try {
      const clientId = renderedClient();
      if (!clientId) return;
      const answer = await fetch(base + "web-chat?client_id=" + encodeURIComponent(clientId), {
        credentials: "omit",
      });
      if (answer.ok && (await answer.json()).loginPages) show(clientId);
    } catch {
      // No chat, and a login page that works.
    }
  };

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", run);
  else run();
})();
