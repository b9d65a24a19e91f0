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

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./adapters/start.js").AdapterStart} parts.start
   * @param {import("./helpshift.js").Helpshift} parts.helpshift
   * @param {import("./page-config.js").PageConfig} parts.config
   * @param {import("./session-memory.js").SessionMemory} parts.memory
   * @param {import("./tabs.js").Tabs} parts.tabs
   * @param {import("./reporter.js").Reporter} parts.reporter
   */
  constructor({ state, start, helpshift, config, memory, tabs, reporter }) {
    this.#state = state;
    this.#start = start;
    this.#helpshift = helpshift;
    this.#config = config;
    this.#memory = memory;
    this.#tabs = tabs;
    this.#reporter = reporter;
  }

  /** Makes Helpshift read the config, and ask for a login if there is a user. */
  update() {
    // Something else on the page may have changed the ids.
    this.#config.setUser(this.#state.user);
    this.#state.login = "asked";
    this.#helpshift.call("updateHelpshiftConfig");
  }

  /**
   * @param {{ helpshiftConfig: Record<string, any>, webChatUrl: string }} settings
   * @param {Ids} [user] nobody: an anonymous chat
   */
  begin({ helpshiftConfig, webChatUrl }, user) {
    const state = this.#state;
    state.startGeneration();
    const before = state.user;
    if (before && this.#isAnother(user)) {
      this.#helpshift.call("logout");
      this.#reporter.emit("logout", { reason: "switch" });
    }
    state.user = user;
    this.#config.apply(helpshiftConfig, user);
    if (user) this.#helpshift.show();
    if (this.#helpshift.started) this.update();
    else this.#helpshift.load(webChatUrl);
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
      this.#helpshift.call("logout");
      this.#helpshift.hide();
    } else if (!this.#state.user) this.#reporter.emit("anonymous");
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
    this.#helpshift.call("logout");
    this.#memory.forget();
  }
}
