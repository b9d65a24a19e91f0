import { Failure } from "./failure.js";
import { AGAIN_MS } from "./limits.js";

/** @typedef {import("./types").Ids} Ids */

/** The answers after which the chat goes on without the user. */
const REFUSALS = [403, 409, 422];
/** The reasons for which Helpshift may accept the token at another time. */
const PASSING = /INVALID_TOKEN|^INTERNAL|MISMATCH|^AUTHENTICATE/;

/** Answers Helpshift's login requests with tokens. */
export class Login {
  #parts;
  /** Helpshift refused the token, and may accept it at another time. */
  mayRetry = false;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./pace.js").Pace} parts.pace
   * @param {import("./endpoints.js").Endpoints} parts.endpoints
   * @param {import("./page-tokens.js").PageTokens} parts.pageTokens
   * @param {import("./handover.js").Handover} parts.handover
   * @param {import("./chat.js").Chat} parts.chat
   * @param {import("./sign-in.js").SignIn} parts.signIn
   * @param {import("./reporter.js").Reporter} parts.reporter
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {Ids} ids as Helpshift has them */
  async answer({ userId, userEmail }) {
    const { state } = this.#parts;
    // Answered after the next push.
    if (!state.connected) state.login = "failed";
    else if (state.user) {
      state.generation.loginWanted = true;
      await this.requestToken({ userId, userEmail }, state.renewForLogin);
    }
  }

  /**
   * Has one request at a time, which answers everyone who wants the token meanwhile.
   * @param {Ids} ids
   * @param {boolean} [renew] whether an access token that has run out may be renewed
   */
  requestToken(ids, renew = false) {
    const { state } = this.#parts;
    if (state.legacy) return;
    if (state.generation.tokenRequest) return state.generation.tokenRequest;
    state.triedAt = Date.now();
    return (state.generation.tokenRequest = this.#request(ids, renew));
  }

  /**
   * @param {Ids} ids
   * @param {boolean} renew
   */
  async #request(ids, renew) {
    const { state, pace, endpoints, pageTokens, handover, reporter } = this.#parts;
    const { generation } = state;
    try {
      if (pace.delay) throw new Failure("too_many_requests");
      pace.round();
      const answer = await (state.source?.identityToken
        ? pageTokens.token(state.user)
        : endpoints.token(ids, renew));
      generation.signal.throwIfAborted();
      if (answer.status === 200) handover.handOver(answer.data);
      else this.#refused(answer);
    } catch (e) {
      if (generation.signal.aborted) return;
      pace.failure();
      reporter.failure(e);
      if (generation.loginWanted) state.login = "failed";
    } finally {
      generation.tokenRequest = undefined;
      generation.loginWanted = false;
      state.renewForLogin = true;
    }
  }

  /** @param {import("./types").Answer} answer */
  #refused(answer) {
    const { chat, reporter } = this.#parts;
    const { status } = answer;
    if (status === 401) return chat.end("session");
    // Someone else is signed in by now.
    if (status === 409 && this.retry()) return;
    if (!REFUSALS.includes(status)) throw answer;
    reporter.failure(answer);
    chat.goAnonymous();
  }

  /**
   * Makes Helpshift ask again, for the user who is signed in now. Returns false if that was done within
   * the last minute.
   */
  retry() {
    const { state, signIn } = this.#parts;
    if (Date.now() - state.generation.retriedAt < AGAIN_MS) return false;
    state.generation.retriedAt = Date.now();
    state.repeatLogin = true;
    signIn.run();
    return true;
  }

  /**
   * A domain without User Hub did not verify the user.
   * @param {{ message?: string }} problem
   */
  unverified({ message }) {
    const { state, reporter } = this.#parts;
    if (!state.connected || !state.user) return;
    reporter.error("user_auth_failure", { description: message });
    state.login = "refused";
    this.mayRetry = true;
    this.retry();
  }

  /**
   * Helpshift's problem. Its details are not passed on: they hold people's data.
   * @param {{ error: string, reason?: string }} problem
   */
  failed({ error, reason = "" }) {
    const { state, reporter } = this.#parts;
    if (!state.connected) return;
    reporter.error(error, { reason });
    if (error !== "LOGIN_FAILED" || !state.user) return;
    state.login = "refused";
    this.mayRetry = PASSING.test(reason);
    if (this.mayRetry) this.retry();
  }
}
