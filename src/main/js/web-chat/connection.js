import { adapt } from "./adapters/adapt.js";

/** The connection to the page's auth: made by push, ended by disconnect. */
export class Connection {
  #parts;
  /** @type {any} */
  #auth;
  /** @type {any} */
  #unsubscribe;
  /**
   * What the page pushed before Web Chat may be loaded.
   * @type {import("../web-chat").HelpshiftSSOOptions | undefined}
   */
  waiting;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./adapters/start.js").AdapterStart} parts.start
   * @param {import("./chat.js").Chat} parts.chat
   * @param {import("./sign-in.js").SignIn} parts.signIn
   * @param {import("./reporter.js").Reporter} parts.reporter
   * @param {import("./loading.js").Loading} parts.loading
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {import("../web-chat").HelpshiftSSOOptions} options */
  connect(options) {
    const { state, start, signIn, reporter, loading } = this.#parts;
    const { auth } = options;
    const source = adapt(auth);
    if (!source) return reporter.error("invalid_auth");
    if (loading.silent) {
      this.waiting = options;
      return;
    }
    if (state.connected && auth === this.#auth) return;
    if (state.connected) this.disconnect();
    this.#auth = auth;
    state.source = source;
    state.refusedUser = state.accessToken = "";
    state.connected = true;
    this.#unsubscribe = source.subscribe?.(this);
    if (source.startMs) start.begin(source.startMs, () => signIn.run(), this.changed);
    else signIn.run();
  }

  /** Web Chat may be loaded now. */
  resume() {
    const { state, signIn } = this.#parts;
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) this.connect(waiting);
    else if (state.connected) signIn.run();
  }

  /** Web Chat may not be loaded any more. */
  suspend() {
    if (!this.#parts.state.connected) return;
    this.waiting = { auth: this.#auth };
    this.disconnect();
  }

  disconnect() {
    const { state, start } = this.#parts;
    state.connected = false;
    start.stop();
    this.#unsubscribe?.();
    state.startGeneration();
    if (state.login === "asked") state.login = "failed";
  }

  changed = () => {
    const { state, start, signIn } = this.#parts;
    start.stop();
    if (state.source?.identityToken) state.refusedUser = "";
    signIn.run();
  };

  ended = () => {
    this.#parts.chat.end("adapter");
    this.changed();
  };
}
