import { LATE_MS } from "../limits.js";

/** Waits for an adapter that is still starting. */
export class AdapterStart {
  #lookTimer = 0;
  #sureTimer = 0;

  /** The adapter is not asked yet. */
  get waiting() {
    return !!this.#lookTimer;
  }

  /** The adapter's "nobody" is no answer yet. */
  get unsure() {
    return !!this.#sureTimer;
  }

  /**
   * @param {number} ms
   * @param {() => void} look is called after that time, unless the adapter says something before
   * @param {() => void} giveUp is called when the adapter still says nothing
   */
  begin(ms, look, giveUp) {
    this.stop();
    this.#lookTimer = setTimeout(look, ms);
    this.#sureTimer = setTimeout(giveUp, ms + LATE_MS);
  }

  /** The adapter is being asked. */
  asked() {
    this.#lookTimer = 0;
  }

  /** The adapter has spoken. */
  stop() {
    clearTimeout(this.#lookTimer);
    clearTimeout(this.#sureTimer);
    this.#lookTimer = this.#sureTimer = 0;
  }
}
