import { adapt } from "./adapters/adapt.js";
import { Failure, wordsOf } from "./failure.js";

/** The connection to the page's auth: made by push, ended by disconnect. */
export class Connection {
  #parts;
  /** The page has pushed something, even if it is unusable. */
  pushed = false;
  /** @type {import("../web-chat").HelpshiftSSOOptions} */
  #options = {};
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
    this.pushed = true;
    const source = options && adapt(options.auth);
    if (!source) return reporter.error("invalid_auth");
    if (loading.silent) {
      this.waiting = options;
      return;
    }
    if (state.connected && source.key === state.source?.key) return;
    if (state.connected) this.disconnect();
    this.#options = options;
    state.source = source;
    state.refusedUser = state.accessToken = "";
    state.connected = true;
    this.#unsubscribe = this.#try(() => source.subscribe?.(this));
    if (source.startMs) start.begin(source.startMs, () => signIn.run(true), this.changed);
    else signIn.run(true);
  }

  /** Web Chat may be loaded now. */
  resume() {
    const { state, signIn } = this.#parts;
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) this.connect(waiting);
    else if (state.connected) signIn.run(true);
  }

  /** Web Chat must not be loaded any more. */
  suspend() {
    if (!this.#parts.state.connected) return;
    this.waiting = this.#options;
    this.disconnect();
  }

  disconnect() {
    const { state, start } = this.#parts;
    state.connected = false;
    start.stop();
    this.#try(() => this.#unsubscribe?.());
    state.startGeneration();
    if (state.login === "asked") state.login = "failed";
  }

  /** @param {() => any} call of the page's code */
  #try(call) {
    try {
      return call();
    } catch (e) {
      this.#parts.reporter.failure(new Failure("auth", wordsOf(e)));
    }
  }

  renewed = () => {
    const { state, signIn } = this.#parts;
    if (state.broken && !signIn.running) signIn.run();
  };

  changed = () => {
    const { state, start, signIn } = this.#parts;
    start.stop();
    if (state.source?.identityToken) state.refusedUser = "";
    signIn.run(true);
  };

  ended = () => {
    this.#parts.chat.end("adapter");
    this.changed();
  };
}
