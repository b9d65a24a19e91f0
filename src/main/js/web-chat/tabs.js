import { NAME } from "./reporter.js";

/** Tells the other tabs of this origin about logins and logouts, and hears of theirs. */
export class Tabs {
  /** @type {BroadcastChannel | undefined} */
  #channel;

  /** @param {string} base the address of the endpoints: each realm has its own channel */
  constructor(base) {
    try {
      this.#channel = new BroadcastChannel(NAME + base);
    } catch {
      // The watch notices what other tabs would have told.
    }
  }

  /**
   * @param {"login" | "logout" | "look"} type look: the session lives
   * @param {string} sid
   */
  tell(type, sid) {
    this.#channel?.postMessage({ type, sid });
  }

  /** @param {(type: string, sid: string) => void} listener */
  listen(listener) {
    if (this.#channel) this.#channel.onmessage = ({ data }) => listener(data.type, data.sid);
  }
}
