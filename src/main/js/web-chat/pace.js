import { PACE_MS } from "./limits.js";

/** So many rounds may follow each other at once. */
const BURST = 8;
const FAILURE = 3;

/** The one back-off: rounds of requests beyond a burst follow each other slowly, failed ones more slowly. */
export class Pace {
  #debt = 0;
  #since = Date.now();

  /** How long the next round must wait, in ms. */
  get delay() {
    const now = Date.now();
    this.#debt = Math.max(0, this.#debt - (now - this.#since) / PACE_MS);
    this.#since = now;
    return Math.max(0, this.#debt - BURST + 1) * PACE_MS;
  }

  round() {
    this.#debt++;
  }

  failure() {
    this.#debt += FAILURE;
  }
}
