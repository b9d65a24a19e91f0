/** @typedef {import("./types").Ids} Ids */

/** The chat of one user at a time: it begins, changes hands and ends here. */
export class Chat {
  #state;
  #start;
  #helpshift;
  #config;
  #memory;
  #tabs;
  #reporter;
  #loading;

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./adapters/start.js").AdapterStart} parts.start
   * @param {import("./helpshift.js").Helpshift} parts.helpshift
   * @param {import("./page-config.js").PageConfig} parts.config
   * @param {import("./session-memory.js").SessionMemory} parts.memory
   * @param {import("./tabs.js").Tabs} parts.tabs
   * @param {import("./reporter.js").Reporter} parts.reporter
   * @param {import("./loading.js").Loading} parts.loading
   */
  constructor({ state, start, helpshift, config, memory, tabs, reporter, loading }) {
    this.#state = state;
    this.#start = start;
    this.#helpshift = helpshift;
    this.#config = config;
    this.#memory = memory;
    this.#tabs = tabs;
    this.#reporter = reporter;
    this.#loading = loading;
  }

  /** Makes Helpshift read the config, and ask for a login if there is a user. */
  update() {
    // Something else on the page may have changed the ids.
    this.#config.setUser(this.#state.user);
    this.#state.login = "asked";
    this.#helpshift.call("updateHelpshiftConfig");
    if (this.#helpshift.loaded) this.#verify();
  }

  /**
   * The same user again, with what the server says now.
   * @param {{ helpshiftConfig: Record<string, any> }} settings
   */
  repeat({ helpshiftConfig }) {
    this.#config.apply(helpshiftConfig, this.#state.user);
    this.update();
  }

  /** A token was handed to Helpshift, or a digest of the user. @param {boolean} reverified */
  loggedIn(reverified) {
    this.#state.login = "in";
    this.#memory.remember(this.#state.sid);
    this.#reporter.emit("login", { reverified });
    if (!reverified) this.#tabs.tell("login", this.#state.sid);
  }

  /** Without User Hub Helpshift reads the user in the config, and asks for no login. */
  #verify() {
    const { legacy, user, login } = this.#state;
    if (legacy && user && login === "asked") this.loggedIn(false);
  }

  /**
   * @param {{ helpshiftConfig: Record<string, any>, webChatUrl: string, load?: string }} settings
   * @param {Ids} [user] nobody: an anonymous chat
   */
  begin({ helpshiftConfig, webChatUrl, load }, user) {
    const state = this.#state;
    // It may throw: before anything is given up.
    this.#config.prepare();
    state.startGeneration();
    const before = state.user;
    if (before && this.#isAnother(user)) {
      if (!state.legacy) this.#helpshift.call("logout");
      this.#reporter.emit("logout", { reason: "switch" });
    }
    state.legacy = !helpshiftConfig.authenticateWith;
    state.user = user;
    this.#config.apply(helpshiftConfig, user);
    if (user) this.#helpshift.show();
    if (this.#helpshift.started) this.update();
    else if (this.#loading.allows(load, !!user)) this.#helpshift.load(webChatUrl);
  }

  /**
   * A new email beside the same uid is the same person.
   * @param {Ids} [user]
   */
  #isAnother(user) {
    const { user: before } = this.#state;
    const sameUid = !!user?.userId && user.userId === before?.userId;
    return !sameUid && this.#state.keyOf(user) !== this.#state.keyOf(before);
  }

  /** Web Chat is here. */
  loaded() {
    const { hidden } = this.#helpshift;
    if (hidden) {
      this.#logOut();
      this.#helpshift.hide();
    } else if (!this.#state.user) this.#reporter.emit("anonymous");
    else this.#verify();
  }

  /** @param {import("../web-chat").LogoutReason} reason */
  end(reason) {
    // A page that comes back from a logout that was a redirect has no user, only the memory of one.
    if (!this.#state.user && (this.#start.unsure || !this.#memory.forget())) return;
    this.#forgetUser();
    this.#helpshift.hide();
    this.#state.accessToken = "";
    this.#reporter.emit("logout", { reason });
    this.#tabs.tell("logout", this.#state.sid);
  }

  /** The page takes the chat back. */
  withdraw() {
    if (this.#state.user) this.end("page");
    else this.#helpshift.hide();
  }

  /** The chat goes on without the user. */
  goAnonymous() {
    this.#state.refusedUser = this.#state.keyOf(this.#state.user);
    this.#forgetUser();
    this.#reporter.emit("anonymous");
  }

  #forgetUser() {
    this.#state.startGeneration();
    this.#state.user = undefined;
    this.#config.clearUser();
    this.#logOut();
    this.#memory.forget();
  }

  /** The config names nobody by now. */
  #logOut() {
    this.#helpshift.call(this.#state.legacy ? "updateHelpshiftConfig" : "logout");
  }
}
