import { fixFor } from "./fixes.js";

/** The name of our events, of the item in sessionStorage, and the beginning of the channel's. */
export const NAME = "helpshift-sso";

/** Tells the page what happens, by events on window. */
export class Reporter {
  /**
   * @param {string} name
   * @param {object} [detail]
   */
  emit(name, detail = {}) {
    dispatchEvent(new CustomEvent(NAME + ":" + name, { detail }));
  }

  /**
   * @param {string} error
   * @param {{ status?: number, reason?: string, description?: string }} [more]
   */
  error(error, more = {}) {
    this.emit("error", { error, ...more, fix: fixFor(more.reason || error, more.status) });
  }

  /** @param {any} thrown an Answer, or what was thrown while waiting for one */
  failure(thrown) {
    const { status, data, name } = thrown || {};
    if (data) this.error(data.error || "http", { status, description: data.error_description });
    else this.error(name === "TimeoutError" ? "timeout" : "network");
  }
}
