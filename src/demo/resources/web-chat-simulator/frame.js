// The simulator's own frame: draws the panel and talks to the simulator's server. What it draws is
// people's data, so all of it goes in as text.
"use strict";

const $ = (id) => document.getElementById(id);
const element = (name, text, ...children) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
};

let port;
let state;
let dismissed = false;
let aging;

// ---- The server's part

const ask = async ({ ask: answer, path, body }) => {
  let result;
  try {
    const response = await fetch("simulator/" + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    result = await response.json();
  } catch (e) {
    result = { ok: false, reason: "INTERNAL_HELPSHIFT_ERROR_DURING_USER_LOGIN", details: { simulator: [String(e)] } };
  }
  port.postMessage({ answer, result });
};

// ---- The panel

const STATUS = {
  none: ["…", "Starting", ""],
  anonymous: ["?", "Anonymous user", ""],
  pending: ["…", "Logging in", "Helpshift waits for login, 5 seconds at most"],
  user: ["✓", "Logged in", ""],
  unverified: ["!", "Not verified", "The user's userAuthToken is missing or wrong"],
  failed: ["!", "Login failed", "See the runtime errors below"],
  expired: ["!", "Session expired", "No login within 5 seconds"],
};

const text = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));
const rows = (table, pairs) =>
  table.replaceChildren(...pairs.map(([name, value]) => element("tr", "", element("th", name), element("td", text(value)))));
const list = (id, items) => $(id).replaceChildren(...items.map((item) => element("li", item)));
const ago = (seconds) =>
  seconds < 120 ? seconds + " s" : seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";

const drawAge = () => {
  const { issuedAt } = state?.user || {};
  $("age").textContent = issuedAt ? "Token issued " + ago(Math.max(0, Math.round(Date.now() / 1000 - issuedAt))) + " ago" : "";
};

const draw = () => {
  const { user, config } = state;
  const kind = state.pending ? "pending" : user.kind;
  document.body.dataset.kind = kind;
  $("launcher").hidden = state.open;
  $("panel").hidden = !state.open;
  $("app").textContent = [config.domain && config.domain + ".helpshift.com", config.platformId].filter(Boolean).join("\n");
  const [sign, title, hint] = STATUS[kind];
  $("avatar").textContent = sign;
  $("status").textContent = title;
  $("summary").textContent =
    kind === "user"
      ? [user.uid, user.email, user.fullPrivacy && "full privacy"].filter(Boolean).join("\n")
      : user.id || hint;
  $("bad").hidden = !state.violations.length;
  list("violations", state.violations);
  $("failures").hidden = !state.errors.length;
  list("errors", state.errors.slice(-5).map(({ error, reason, details }) => error + ": " + reason + (details ? " " + text(details) : "")));
  $("token").hidden = kind !== "user";
  rows($("identities"), (user.identities || []).flatMap(({ identifier, value, metadata }) => [
    [identifier, value],
    ...Object.entries(metadata || {}).map(([name, more]) => ["  " + name, more]),
  ]));
  const flat = (prefix, data) =>
    Object.entries(data).flatMap(([name, value]) =>
      name === "custom_user_fields" ? flat(prefix + "custom ", value) : [[prefix + name, value]]);
  const fields = [...flat("", state.globalData), ...flat("app ", state.appData)];
  $("data").hidden = !fields.length && !state.tags.length;
  rows($("fields"), fields);
  $("tags").replaceChildren(...state.tags.map((tag) => element("span", tag)));
  $("talk").hidden = !["anonymous", "user"].includes(kind);
  $("messages").replaceChildren(
    ...(state.conversation?.messages || []).map(({ from, body }) => element("li", from + ": " + body)));
  $("others").textContent = state.conversations
    .filter((one) => one.owner !== state.conversation?.owner)
    .map((one) => one.messages.length + " messages of " + one.owner).join("\n");
  $("email").disabled = !state.conversations.length;
  $("log").replaceChildren(
    ...state.log.slice(-60).reverse().map(({ at, text: line }) => element("li", "", element("time", at.slice(0, 8)), element("span", line))));
  $("reverify").disabled = kind !== "user";
  if (!state.expired) dismissed = false;
  $("expired").hidden = !state.expired || dismissed;
  drawAge();
  clearInterval(aging);
  // Nobody sees it in a closed panel.
  if (state.open && user.issuedAt) aging = setInterval(drawAge, 5000);
};

const press = (what, text) => port?.postMessage({ press: what, text });
$("launcher").onclick = () => press("toggle");
$("close").onclick = () => press("toggle");
$("reverify").onclick = () => press("reverify");
$("answer").onclick = () => press("answer");
$("email").onclick = () => press("email");
$("write").onsubmit = (event) => {
  event.preventDefault();
  press("write", $("text").value);
  $("text").value = "";
};
$("dismiss").onclick = () => {
  dismissed = true;
  draw();
};

addEventListener("message", (event) => {
  if (event.source !== parent || event.data !== "web-chat-simulator" || port) return;
  [port] = event.ports;
  port.onmessage = ({ data }) => {
    if (data.ask) ask(data);
    else if (data.render) {
      state = data.render;
      draw();
    }
  };
});
parent.postMessage("web-chat-simulator", "*");
