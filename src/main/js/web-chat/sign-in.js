/** @typedef {import("./types").Ids} Ids */

/** Asks who is signed in and tells Helpshift. */
export class SignIn {
  #parts;
  #more = false;
  /** @type {Promise<void> | undefined} */
  #round;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
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
    return !!this.#round;
  }

  /** Runs once at a time; a call meanwhile makes one more round. */
  run() {
    this.#parts.start.asked();
    this.#parts.state.triedAt = Date.now();
    this.#more = true;
    return (this.#round ||= this.#rounds());
  }

  async #rounds() {
    const { state, reporter, readiness } = this.#parts;
    while (this.#more && state.connected) {
      this.#more = false;
      const { signal } = state.generation;
      try {
        await this.#ask(signal);
      } catch (e) {
        if (signal.aborted) this.#more = true;
        else {
          reporter.failure(e);
          readiness.fail();
        }
      }
    }
    this.#round = undefined;
  }

  /** @param {AbortSignal} signal */
  async #ask(signal) {
    const { state, endpoints, pageTokens, helpshift, reporter } = this.#parts;
    const source = state.source;
    const own = source?.identityToken && (await pageTokens.token()).data;
    let answer = await endpoints.webChat();
    if (answer.status === 401 && source?.accessToken) {
      // No error after an end that was to be expected.
      if (!state.user && !helpshift.hidden) reporter.failure(answer);
      answer = await endpoints.anonymousWebChat();
    }
    signal.throwIfAborted();
    const { status, data } = answer;
    if (status !== 200) throw answer;
    state.down = false;
    this.#apply(data, own || data.helpshiftConfig);
  }

  /**
   * @param {any} settings what GET web-chat answered
   * @param {Ids} ids
   */
  #apply(settings, { userId, userEmail }) {
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
    else if (user && repeat) chat.repeat(settings);
  }
}
