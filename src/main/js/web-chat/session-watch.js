// Watches a session: notices its end, and retries what failed.
import * as adapterStart from "./adapters/start.js";
import * as chat from "./chat.js";
import { now } from "./clock.js";
import * as endpoints from "./endpoints.js";
import * as handover from "./handover.js";
import * as helpshift from "./helpshift.js";
import { AGAIN_MS } from "./limits.js";
import * as logins from "./login.js";
import * as timer from "./look-timer.js";
import * as newIdentities from "./new-identities.js";
import * as pace from "./pace.js";
import * as signIn from "./sign-in.js";
import { state } from "./state.js";
import * as tabs from "./tabs.js";

let checking = false;

/** @param {{ type: string, sid: string, identifiers: string[] }} message of another tab */
const told = ({ type, sid, identifiers }) => {
  const same = sid && sid === state.sid;
  if (type === "identities") same && newIdentities.told(identifiers);
  else if (type === "look") same && timer.giveWay();
  else if (!state.connected || adapterStart.waiting() || state.blocked) return;
  else if (state.user && !state.source?.identityToken) check();
  else if (state.user || type === "login") signIn.run();
};

/**
 * @param {boolean} hasReason to ask who is signed in, where nobody is or something failed
 * @param {boolean} [due] or else it is only time to retry
 */
const look = async (hasReason, due = true) => {
  if (!state.connected || adapterStart.waiting() || state.blocked) return;
  if (document.visibilityState !== "visible") return;
  const late = now() - state.triedAt > AGAIN_MS;
  // If the script can't watch the session, it asks the page's server.
  const unwatched = !state.user || state.source?.identityToken;
  if (hasReason ? state.broken || unwatched : state.broken && late) await signIn.run();
  else if (helpshift.loaded && due) await check();
  if (!state.user || state.down) return;
  if (state.loginState === "refused" && logins.mayRetry) logins.retry();
  else if (state.loginState === "in" && (hasReason || handover.unsent) && late)
    logins.requestToken(state.user);
};

const check = async () => {
  if (checking || !state.user || state.source?.identityToken || pace.delay()) return;
  checking = true;
  pace.round();
  timer.restart();
  const { signal } = state.generation;
  // Only an answer of the endpoint itself can end the chat.
  const { status, waitMs } = await endpoints.session().catch((e) => ({ ...e, status: 0 }));
  checking = false;
  if (signal.aborted) return;
  if (waitMs) timer.restart(waitMs);
  if (status === 401) chat.end("session");
  else if (status) tabs.tell("look");
};

export const begin = () => {
  timer.begin((due) => look(false, due));
  document.addEventListener("visibilitychange", () => look(true));
  addEventListener("online", () => look(true));
  addEventListener("focus", () => look(false));
  tabs.listen(told);
};

/** @param {boolean} open */
export const chatToggled = (open) => {
  timer.restart();
  if (open) look(true);
};
