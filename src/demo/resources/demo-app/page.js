// What the example pages share, so that each shows only what its way of signing in needs:
// the links between them, who is signed in, and what web-chat.js reports.
const pages = {
  "/": "keycloak-js",
  "/oidc-client-ts.html": "oidc-client-ts",
  "/access-token.html": "access tokens",
  "/server/": "rendered on the server",
  "/cookie.html": "only the cookie",
  "/legacy.html": "without User Hub",
};
const nav = document.querySelector("nav");
for (const [path, name] of Object.entries(pages)) {
  const link = nav.appendChild(document.createElement("a"));
  link.href = path;
  link.textContent = name;
  if (path === location.pathname) link.ariaCurrent = "page";
}

const events = document.querySelector("#events");
for (const type of ["anonymous", "login", "identities", "logout", "user-changed", "error"])
  addEventListener("helpshift-sso:" + type, ({ detail }) => {
    const text = `${type} ${JSON.stringify(detail)}`;
    events.appendChild(document.createElement("li")).textContent = text;
  });

const OPEN_CHAT = "openChat";

/** Asks the person to log in or out for a conversation, and opens the chat once they come back. */
export const askToChangeUser = (wanted, change) => {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  const yes = document.createElement("button");
  yes.textContent = wanted === "login" ? "Log in" : "Log out";
  yes.onclick = () => {
    sessionStorage[OPEN_CHAT] = "yes";
    change();
  };
  const no = document.createElement("button");
  no.textContent = "Not now";
  no.onclick = () => dialog.remove();
  dialog.append("This conversation is another user's. ", yes, " ", no);
  dialog.show();
};
(window.HelpshiftSSO ||= []).push(async (sso) => {
  if (!sessionStorage[OPEN_CHAT] || !(await sso.ready)) return;
  delete sessionStorage[OPEN_CHAT];
  Helpshift("open");
});

/** Shows who is signed in to the app; undefined: nobody. */
export const show = (name) => {
  document.querySelector("#who").textContent = name ? `Signed in as ${name}.` : "Nobody is signed in.";
  for (const button of document.querySelectorAll("[data-for]"))
    button.hidden = button.dataset.for !== (name ? "user" : "nobody");
};
