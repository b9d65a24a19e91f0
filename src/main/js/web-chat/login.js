// Answers Helpshift's login requests with tokens.
import * as chat from "./chat.js";
import { now } from "./clock.js";
import * as endpoints from "./endpoints.js";
import { failure } from "./failure.js";
import * as handover from "./handover.js";
import { AGAIN_MS } from "./limits.js";
import * as pace from "./pace.js";
import * as pageTokens from "./page-tokens.js";
import * as reporter from "./reporter.js";
import * as signIn from "./sign-in.js";
import { state } from "./state.js";

/** The answers after which the chat goes on without the user. */
const REFUSALS = [403, 409, 422];
/** The reasons for which Helpshift will not accept the same at another time either. */
const LASTING = /^(JWT|USERID|MAX|IDENTITIES_(K|F|INVALID_P))/;

/**
 * @param {import("./types").Ids} ids
 * @param {boolean} renew
 */
const request = async (ids, renew) => {
  const { generation } = state;
  try {
    if (pace.delay()) throw failure("too_many_requests");
    pace.round();
    const answer = await (state.source?.identityToken
      ? pageTokens.token(state.user)
      : endpoints.token(ids, renew));
    generation.signal.throwIfAborted();
    if (answer.data.identity_token) handover.handOver(answer.data);
    else refused(answer);
  } catch (e) {
    if (generation.signal.aborted) return;
    pace.failure();
    reporter.failure(e);
    if (generation.loginWanted) state.loginState = "failed";
  } finally {
    generation.tokenRequest = undefined;
    generation.loginWanted = false;
    state.renewForLogin = true;
  }
};

/** @param {import("./types").Answer} answer */
const refused = (answer) => {
  const { status } = answer;
  if (status === 401) return chat.end("session");
  // Another user is signed in now, or the realm logs in in another way.
  if ((status === 409 || status === 200) && retry()) return;
  if (!REFUSALS.includes(status)) throw answer;
  reporter.failure(answer);
  chat.goAnonymous();
};

/** Helpshift refused the token, and may accept it at another time. */
export let mayRetry = false;

/** @param {import("./types").Ids} ids as Helpshift has them */
export const answer = async ({ userId, userEmail }) => {
  // Answered after the next push.
  if (!state.connected) state.loginState = "failed";
  else if (state.user) {
    state.generation.loginWanted = true;
    await requestToken({ userId, userEmail }, state.renewForLogin);
  }
};

/**
 * Makes only one request at a time; all callers meanwhile get its answer.
 * @param {import("./types").Ids} ids
 * @param {boolean} [renew] whether an access token that has run out may be renewed
 */
export const requestToken = (ids, renew = false) => {
  if (state.legacy) return;
  if (state.generation.tokenRequest) return state.generation.tokenRequest;
  state.triedAt = now();
  return (state.generation.tokenRequest = request(ids, renew));
};

/**
 * Makes Helpshift ask again, for the current user. Returns false if it did so within the last minute.
 */
export const retry = () => {
  if (now() - state.generation.retriedAt < AGAIN_MS) return false;
  state.generation.retriedAt = now();
  state.repeatLogin = true;
  signIn.run();
  return true;
};

/**
 * A domain without User Hub did not verify the user.
 * @param {{ message?: string }} problem
 */
export const unverified = ({ message }) => {
  if (!state.connected || !state.user) return;
  reporter.error("user_auth_failure", { description: message });
  state.loginState = "refused";
  mayRetry = true;
  retry();
};

/**
 * Helpshift's problem. Its details are left out, because they contain people's data.
 * @param {{ error: string, reason?: string }} problem
 */
export const failed = ({ error, reason = "" }) => {
  if (!state.connected) return;
  reporter.error(error, { reason });
  const passing = !LASTING.test(reason);
  if (!state.user) return;
  if (error === "LOGIN_FAILED") {
    state.loginState = "refused";
    mayRetry = passing;
    if (passing) retry();
  } else if (passing) handover.lost(error);
};
