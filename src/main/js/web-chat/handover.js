import { identitiesOf } from "./identity-token.js";

const KINDS = /** @type {const} */ (["Global", "App"]);

/** Hands a token and what belongs to it over to Helpshift. */
export class Handover {
  #parts;
  /** @type {string[]} */
  #knownIdentities = [];
  /**
   * The user data that Helpshift has, as JSON.
   * @type {Record<string, string>}
   */
  #sentData = {};

  /**
   * @param {object} parts
   * @param {import("./state.js").State} parts.state
   * @param {import("./helpshift.js").Helpshift} parts.helpshift
   * @param {import("./chat.js").Chat} parts.chat
   * @param {import("./reporter.js").Reporter} parts.reporter
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {any} data what POST token answered */
  handOver(data) {
    const { state, helpshift, reporter } = this.#parts;
    const jwt = data.identity_token;
    const identities = identitiesOf(jwt).map((one) => one.identifier + "\n" + one.value);
    if (state.generation.loginWanted) this.#login(data);
    else if (identities.some((one) => !this.#knownIdentities.includes(one))) {
      helpshift.call("addUserIdentities", jwt);
      reporter.emit("identities");
    }
    this.#knownIdentities = identities;
    this.#sendUserData(data.user_data || {});
  }

  /** @param {any} data */
  #login(data) {
    const { state, helpshift, chat } = this.#parts;
    const reverified = state.login === "in";
    if (!reverified) this.#sentData = {};
    helpshift.call("login", {
      identity_token: data.identity_token,
      full_privacy_enabled: data.full_privacy_enabled === true,
    });
    chat.loggedIn(reverified);
  }

  /** @param {{ global?: object, app?: object }} data */
  #sendUserData({ global = {}, app = {} }) {
    const all = { Global: global, App: app };
    for (const kind of KINDS) {
      const fields = all[kind];
      const text = JSON.stringify(fields);
      if (text !== "{}" && text !== this.#sentData[kind])
        this.#parts.helpshift.call("update" + kind + "UserData", fields);
      this.#sentData[kind] = text;
    }
  }
}
