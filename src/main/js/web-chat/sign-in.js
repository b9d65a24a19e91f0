import { Failure, wordsOf } from "./failure.js";
import { pause } from "./waiting.js";

/** @typedef {import("./types").Ids} Ids */

/** Asks who is signed in and tells Helpshift. */
export class SignIn {
  #parts;
  #more = false;
  #renew = false;
  /** @type {Promise<void> | undefined} */
  #running;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./pace.js").Pace} parts.pace
   * @param {import("./adapters/start.js").AdapterStart} parts.start
   * @param {import("./endpoints.js").Endpoints} parts.endpoints
   * @param {import("./page-tokens.js").PageTokens} parts.pageTokens
   * @param {import("./chat.js").Chat} parts.chat
   * @param {import("./helpshift.js").Helpshift} parts.helpshift
   * @param {import("./reporter.js").Reporter} parts.reporter
   * @param {import("./readiness.js").Readiness} parts.readiness
   * @param {import("./look-timer.js").LookTimer} parts.timer
   */
  constructor(parts) {
    this.#parts = parts;
  }

  get running() {
    return !!this.#running;
  }

  /**
   * Runs once at a time; a call meanwhile makes one more round.
   * @param {boolean} [renew] the page asks for it, so that its access token may be renewed
   */
  run(renew = false) {
    this.#parts.start.asked();
    this.#parts.state.triedAt = Date.now();
    this.#more = true;
    this.#renew ||= renew;
    return (this.#running ||= this.#rounds());
  }

  async #rounds() {
    const { state, start, pace, reporter, readiness } = this.#parts;
    // A push meanwhile may have to wait for its adapter.
    while (this.#more && state.connected && !start.waiting) {
      const { delay } = pace;
      if (delay) await pause(delay);
      this.#more = false;
      pace.round();
      const renew = this.#renew;
      this.#renew = false;
      const { signal } = state.generation;
      try {
        await this.#ask(signal, renew);
      } catch (e) {
        if (signal.aborted && !(e instanceof Failure)) this.#more = true;
        else {
          pace.failure();
          reporter.failure(e);
          readiness.fail();
        }
      }
    }
    this.#running = undefined;
  }

  /**
   * @param {AbortSignal} signal
   * @param {boolean} renew
   */
  async #ask(signal, renew) {
    const { state, endpoints, pageTokens, helpshift, reporter } = this.#parts;
    const source = state.source;
    const own = source?.identityToken && (await pageTokens.token()).data;
    let answer = await endpoints.webChat(renew);
    if (answer.status === 401 && source?.accessToken) {
      // No error after an end that was to be expected.
      if (!state.user && !helpshift.hidden) reporter.failure(answer);
      answer = await endpoints.anonymousWebChat();
    }
    signal.throwIfAborted();
    const { status, data } = answer;
    if (status !== 200) throw answer;
    state.down = false;
    try {
      this.#apply(data, own || data.helpshiftConfig, renew);
    } catch (e) {
      throw e instanceof Failure ? e : new Failure("internal", wordsOf(e));
    }
  }

  /**
   * @param {any} settings what GET web-chat answered
   * @param {Ids} ids
   * @param {boolean} renew
   */
  #apply(settings, { userId, userEmail }, renew) {
    const { state, start, chat, helpshift, timer } = this.#parts;
    timer.every(settings.watchSeconds);
    state.sid = settings.sid || "";
    /** @type {Ids | undefined} */
    let user = { ...(userId && { userId }), ...(userEmail && { userEmail }) };
    if (state.refusedUser === "*" && !start.unsure) state.refusedUser = state.keyOf(user);
    if (!(userId || userEmail) || state.keyOf(user) === state.refusedUser) user = undefined;
    if (!user) chat.end("session");
    const repeat = state.repeatLogin || state.login === "failed";
    state.repeatLogin = false;
    if (!helpshift.started || state.keyOf(user) !== state.keyOf(state.user))
      chat.begin(settings, user);
    else if (user && repeat) {
      state.renewForLogin = renew;
      chat.repeat(settings);
    }
  }
}
