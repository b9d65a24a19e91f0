import { fixFor } from "./fixes.js";

/** The name of our events, of the item in sessionStorage, and the beginning of the channel's. */
export const NAME = "helpshift-sso";

const DOCS = "docs/troubleshooting.md#from-";

/**
 * Whose chat it is after an event.
 * @type {Record<string, import("../web-chat").HelpshiftSSOState["who"]>}
 */
const WHO = { login: "user", logout: "logged-out", anonymous: "anonymous" };

/** Tells the page what happens, by events on window. */
export class Reporter {
  #warns;
  /** @type {import("../web-chat").HelpshiftSSOState} */
  #state = { who: "unknown", since: Date.now() };

  /** @param {boolean} warns whether errors are written to the console, too */
  constructor(warns) {
    this.#warns = warns;
  }

  /** What the last events said. */
  get state() {
    return { ...this.#state };
  }

  /**
   * @param {string} name
   * @param {object} [detail]
   */
  emit(name, detail = {}) {
    const who = WHO[name];
    if (who && who !== this.#state.who) {
      this.#state.who = who;
      this.#state.since = Date.now();
    }
    dispatchEvent(new CustomEvent(NAME + ":" + name, { detail }));
  }

  /**
   * @param {string} error
   * @param {{ status?: number, reason?: string, description?: string }} [more]
   */
  error(error, more = {}) {
    const fix = fixFor(more.reason || error, more.status);
    const detail = { error, ...more, fix };
    this.#state.lastError = { ...detail, at: Date.now() };
    if (this.#warns) {
      const { status, reason, description } = more;
      const section = reason ? "helpshift" : status ? "keycloak" : "the-script";
      console.warn("Helpshift SSO:", error, status || reason || "", description || "", fix, DOCS + section);
    }
    this.emit("error", detail);
  }

  /** @param {any} thrown an Answer, a Failure, or what was thrown while waiting for one */
  failure(thrown) {
    const { status, data, name } = thrown || {};
    if (!data) this.error(name === "TimeoutError" ? "timeout" : "network");
    else if (typeof data.error !== "string") this.error("http", { status });
    else this.error(data.error, { status, description: data.error_description });
  }
}
