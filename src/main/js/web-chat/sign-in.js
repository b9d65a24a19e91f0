// Asks who is signed in and tells Helpshift.
import * as adapterStart from "./adapters/start.js";
import * as chat from "./chat.js";
import { now } from "./clock.js";
import * as endpoints from "./endpoints.js";
import { failure } from "./failure.js";
import * as helpshift from "./helpshift.js";
import * as timer from "./look-timer.js";
import * as pace from "./pace.js";
import * as pageTokens from "./page-tokens.js";
import * as readiness from "./readiness.js";
import * as reporter from "./reporter.js";
import { state } from "./state.js";
import { pause } from "./waiting.js";

/** @typedef {import("./types").Ids} Ids */

let more = false;
let renewNext = false;
/** @type {Promise<void> | undefined} */
let rounds;

const runRounds = async () => {
  // If the page pushed meanwhile, the script may have to wait for its adapter.
  while (more && state.connected && !adapterStart.waiting()) {
    const delay = pace.delay();
    if (delay) await pause(delay);
    more = false;
    pace.round();
    const renew = renewNext;
    renewNext = false;
    const { signal } = state.generation;
    try {
      await ask(signal, renew);
    } catch (/** @type {any} */ e) {
      // What began for somebody else is asked again; a failure of the script's own would come again, too.
      if (signal.aborted && (e.status || !e.data)) more = true;
      else {
        pace.failure();
        reporter.failure(e);
        readiness.fail();
      }
    }
  }
  rounds = undefined;
};

/**
 * @param {AbortSignal} signal
 * @param {boolean} renew
 */
const ask = async (signal, renew) => {
  const source = state.source;
  const own = source?.identityToken && (await pageTokens.token()).data;
  let answer = await endpoints.webChat(renew);
  if (answer.status === 401 && source?.accessToken) {
    // No error after an expected end.
    if (!state.user && !state.staleConfig && !helpshift.hidden) reporter.failure(answer);
    answer = await endpoints.anonymousWebChat();
  }
  signal.throwIfAborted();
  const { status, data } = answer;
  if (status !== 200) throw answer;
  state.down = false;
  try {
    await apply(data, own || data.helpshiftConfig, renew);
  } catch (/** @type {any} */ e) {
    throw e.data ? e : failure("internal", e);
  }
};

/**
 * @param {any} settings what GET web-chat answered
 * @param {Ids} ids
 * @param {boolean} renew
 */
const apply = async (settings, { userId, userEmail }, renew) => {
  timer.every(settings.watchSeconds);
  state.sid = settings.sid || "";
  /** @type {Ids | undefined} */
  let user = { ...(userId && { userId }), ...(userEmail && { userEmail }) };
  if (state.refusedUser === "*" && !adapterStart.unsure()) state.refusedUser = state.keyOf(user);
  if (!(userId || userEmail) || state.keyOf(user) === state.refusedUser) user = undefined;
  if (!user) chat.end("session");
  // Visitors must not get the settings of a user who is not signed in here.
  if (!user && settings.sid && (state.staleConfig || !helpshift.started)) {
    const { signal } = state.generation;
    const { data } = await endpoints.anonymousWebChat();
    signal.throwIfAborted();
    return apply(data, {}, renew);
  }
  const repeat = state.repeatLogin || state.loginState === "failed";
  state.repeatLogin = false;
  if (!helpshift.started || state.staleConfig || state.keyOf(user) !== state.keyOf(state.user))
    chat.begin(settings, user);
  else if (user && repeat) {
    state.renewForLogin = renew;
    chat.repeat(settings);
  }
};

export const running = () => !!rounds;

/**
 * Runs only once at a time; a call meanwhile starts one more round.
 * @param {boolean} [renew] the page asks for it, so that its access token may be renewed
 */
export const run = (renew = false) => {
  if (!state.connected) return;
  adapterStart.asked();
  state.triedAt = now();
  more = true;
  renewNext ||= renew;
  return (rounds ||= runRounds());
};
