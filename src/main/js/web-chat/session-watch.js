import { AGAIN_MS, WATCH_MS } from "./limits.js";

/** Looks after a session: notices its end, and tries again what failed. */
export class SessionWatch {
  #parts;
  #checking = false;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./adapters/start.js").AdapterStart} parts.start
   * @param {import("./endpoints.js").Endpoints} parts.endpoints
   * @param {import("./helpshift.js").Helpshift} parts.helpshift
   * @param {import("./chat.js").Chat} parts.chat
   * @param {import("./sign-in.js").SignIn} parts.signIn
   * @param {import("./login.js").Login} parts.login
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {import("./tabs.js").Tabs} tabs */
  begin(tabs) {
    setInterval(() => this.#look(false), WATCH_MS);
    document.addEventListener("visibilitychange", () => this.#look(true));
    addEventListener("online", () => this.#look(true));
    tabs.listen((type) => this.#told(type));
  }

  /** @param {string} type what another tab told */
  #told(type) {
    const { state, start, signIn } = this.#parts;
    if (!state.connected || start.waiting) return;
    if (state.user && !state.source?.identityToken) this.#check();
    else if (state.user || type === "login") signIn.run();
  }

  /** @param {boolean} hasReason or else it is the regular look */
  async #look(hasReason) {
    const { state, start, helpshift, signIn, login } = this.#parts;
    if (!state.connected || start.waiting || document.visibilityState !== "visible") return;
    const due = Date.now() - state.triedAt > AGAIN_MS;
    const broken = state.down || (state.user && state.login === "failed");
    // Where the session can't be watched, the page's server is asked.
    const unwatched = !state.user || state.source?.identityToken;
    if (hasReason ? broken || unwatched : broken && due) await signIn.run();
    else if (helpshift.loaded) await this.#check();
    if (!state.user || state.down) return;
    if (state.login === "refused" && login.mayRetry) login.retry();
    else if (state.login === "in" && hasReason && due) login.requestToken(state.user);
  }

  async #check() {
    const { state, endpoints, chat, signIn } = this.#parts;
    if (this.#checking || !state.user || state.source?.identityToken) return;
    this.#checking = true;
    const { signal } = state.generation;
    try {
      const { status } = await endpoints.session();
      if (status === 401 && !signal.aborted) {
        chat.end("session");
        // Perhaps someone else has signed in.
        if (state.byCookie) signIn.run();
      }
    } catch {
      // Without a network there is no logout.
    } finally {
      this.#checking = false;
    }
  }
}
