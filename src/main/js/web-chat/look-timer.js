import { AGAIN_MS, CLOSED_MS, OPEN_MS } from "./limits.js";

/** What the realm may set, in seconds. */
const [FEWEST, MOST] = [10, 600];

/** When the next regular look at the session is due: soon while the chat is open, later while it is closed. */
export class LookTimer {
  #state;
  #chatWindow;
  /** @type {(due: boolean) => void} */
  #tick = () => {};
  #timer = 0;
  #closedMs = CLOSED_MS;
  #dueAt = 0;

  /**
   * @param {import("./state.js").State} state
   * @param {import("./chat-window.js").ChatWindow} chatWindow
   */
  constructor(state, chatWindow) {
    this.#state = state;
    this.#chatWindow = chatWindow;
  }

  /** @param {(due: boolean) => void} tick is called when a look is due, and to retry what failed */
  begin(tick) {
    this.#tick = tick;
    this.#spread();
  }

  /** @param {unknown} seconds how often the realm wants a look while the chat is closed */
  every(seconds) {
    const ms = Math.min(Math.max(Number(seconds) || CLOSED_MS / 1000, FEWEST), MOST) * 1000;
    if (ms === this.#closedMs) return;
    this.#closedMs = ms;
    this.#spread();
  }

  /**
   * This tab looks.
   * @param {number} [leastMs] how long the server asked to wait
   */
  restart(leastMs = 0) {
    this.#set(Math.max(this.#interval, leastMs * (1 + Math.random() / 10)));
  }

  /** Another tab has looked, and will again. This one is a little later, and looks if the other does not. */
  yield() {
    this.#set(this.#interval + 200 + 400 * Math.random());
  }

  get #interval() {
    return this.#chatWindow.open ? OPEN_MS : this.#closedMs;
  }

  /** The first look is at a random time, so that tabs that were opened together do not ask together. */
  #spread() {
    this.#set(this.#closedMs * (0.5 + Math.random() / 2));
  }

  /** @param {number} ms */
  #set(ms) {
    this.#dueAt = Date.now() + ms;
    this.#arm();
  }

  #arm() {
    clearTimeout(this.#timer);
    const longest = this.#state.unsettled ? OPEN_MS : AGAIN_MS;
    const ms = Math.min(Math.max(this.#dueAt - Date.now(), 0), longest);
    this.#timer = setTimeout(() => {
      const due = Date.now() >= this.#dueAt;
      if (due) this.restart();
      else this.#arm();
      this.#tick(due);
    }, ms);
  }
}
