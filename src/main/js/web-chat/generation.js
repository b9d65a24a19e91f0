/** What belongs to one user: it is dropped as a whole when the user changes. */
export class Generation {
  #controller = new AbortController();
  /**
   * The current request for a token.
   * @type {Promise<void> | undefined}
   */
  tokenRequest;
  /** Helpshift waits for that token. */
  loginWanted = false;
  /** When Helpshift was last asked to ask again. */
  retriedAt = 0;

  /** Aborted when the generation ends: an answer that comes later is stale. */
  signal = this.#controller.signal;

  end() {
    this.#controller.abort();
  }
}
