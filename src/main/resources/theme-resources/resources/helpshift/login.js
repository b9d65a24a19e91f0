// What login pages do for the chat. They carry the password form: unless the realm's setting
// helpshift.login_pages says so, nothing is loaded from a third party.
// Keycloak offers this file to every theme: "scripts=helpshift/login.js" in theme.properties.
(() => {
  "use strict";
  // Keycloak may stand below a path of its own.
  const realm = /^.*\/realms\/[^/]+\//.exec(location.pathname);
  if (!realm) return;
  // With the origin: error pages have any path, and one that begins with two slashes would name
  // another host.
  const base = location.origin + realm[0] + "helpshift/";
  const clientId = new URLSearchParams(location.search).get("client_id") || "account-console";

  // Who sees a login page may just have logged out: other tabs look whether their session lives.
  try {
    const channel = new BroadcastChannel("helpshift-sso" + base);
    channel.postMessage({ type: "logout", sid: "" });
    channel.close();
  } catch {
    // They find out by themselves, seconds later.
  }

  const show = () => {
    // Nobody's chat, even where a session is still there: no cookie is sent.
    (window.HelpshiftSSO ||= []).push({ auth: { getAccessToken: () => undefined } });
    const script = document.createElement("script");
    script.src = base + "web-chat.js";
    script.dataset.clientId = clientId;
    document.head.append(script);
  };
  fetch(base + "web-chat?client_id=" + encodeURIComponent(clientId), { credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((webChat) => webChat.loginPages && show())
    .catch(() => {
      // No chat, and a login page that works.
    });
})();
