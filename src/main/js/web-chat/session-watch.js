import { AGAIN_MS } from "./limits.js";

/** Looks after a session: notices its end, and tries again what failed. */
export class SessionWatch {
  #parts;
  #checking = false;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./pace.js").Pace} parts.pace
   * @param {import("./adapters/start.js").AdapterStart} parts.start
   * @param {import("./endpoints.js").Endpoints} parts.endpoints
   * @param {import("./helpshift.js").Helpshift} parts.helpshift
   * @param {import("./look-timer.js").LookTimer} parts.timer
   * @param {import("./tabs.js").Tabs} parts.tabs
   * @param {import("./chat.js").Chat} parts.chat
   * @param {import("./sign-in.js").SignIn} parts.signIn
   * @param {import("./login.js").Login} parts.login
   */
  constructor(parts) {
    this.#parts = parts;
  }

  begin() {
    const { tabs, timer } = this.#parts;
    timer.begin((due) => this.#look(false, due));
    document.addEventListener("visibilitychange", () => this.#look(true));
    addEventListener("online", () => this.#look(true));
    addEventListener("focus", () => this.#look(false));
    tabs.listen((type, sid) => this.#told(type, sid));
  }

  /** @param {boolean} open */
  chatToggled(open) {
    this.#parts.timer.restart();
    if (open) this.#look(true);
  }

  /**
   * @param {string} type what another tab told
   * @param {string} sid of its session
   */
  #told(type, sid) {
    const { state, start, signIn, timer } = this.#parts;
    if (type === "look") {
      if (sid && sid === state.sid) timer.yield();
    } else if (!state.connected || start.waiting || state.blocked) return;
    else if (state.user && !state.source?.identityToken) this.#check();
    else if (state.user || type === "login") signIn.run();
  }

  /**
   * @param {boolean} hasReason to ask who is signed in, where nobody is or something failed
   * @param {boolean} [due] or else it is only time to retry
   */
  async #look(hasReason, due = true) {
    const { state, start, helpshift, signIn, login } = this.#parts;
    if (!state.connected || start.waiting || state.blocked) return;
    if (document.visibilityState !== "visible") return;
    const late = Date.now() - state.triedAt > AGAIN_MS;
    // Where the session can't be watched, the page's server is asked.
    const unwatched = !state.user || state.source?.identityToken;
    if (hasReason ? state.broken || unwatched : state.broken && late) await signIn.run();
    else if (helpshift.loaded && due) await this.#check();
    if (!state.user || state.down) return;
    if (state.login === "refused" && login.mayRetry) login.retry();
    else if (state.login === "in" && hasReason && late) login.requestToken(state.user);
  }

  async #check() {
    const { state, pace, endpoints, chat, signIn, timer, tabs } = this.#parts;
    if (this.#checking || !state.user || state.source?.identityToken || pace.delay) return;
    this.#checking = true;
    pace.round();
    timer.restart();
    const { signal } = state.generation;
    try {
      const { status, waitMs } = await endpoints.session();
      if (signal.aborted) return;
      if (waitMs) timer.restart(waitMs);
      if (status === 401) {
        chat.end("session");
        // Perhaps someone else has signed in.
        if (state.byCookie) signIn.run();
      } else tabs.tell("look", state.sid);
    } catch (e) {
      // Without an answer of the endpoint's own there is no logout.
      const { waitMs } = /** @type {Partial<import("./types").Answer>} */ (e || {});
      if (waitMs) timer.restart(waitMs);
    } finally {
      this.#checking = false;
    }
  }
}
