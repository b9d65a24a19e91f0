/** Whether Web Chat could be loaded, as HelpshiftSSO.ready tells the page. */
export class Readiness {
  #state;
  /** @type {(ready: boolean) => void} */
  #settle = () => {};
  /** @type {Promise<boolean>} */
  promise = new Promise((settle) => (this.#settle = settle));

  /** @param {import("./state.js").State} state */
  constructor(state) {
    this.#state = state;
  }

  succeed() {
    this.#settle(true);
  }

  /** The script tries again, a minute later at the earliest unless there is a reason. */
  fail() {
    this.#state.down = true;
    this.#settle(false);
  }
}
