/** The names of the calls by which the page opens and closes the chat. */
const CALLS = /^(open|close|toggle)$/;

/** Whether the chat is open, by the person's click or by the page's call. */
export class ChatWindow {
  #changed;
  open = false;

  /** @param {(open: boolean) => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Helpshift's event for what the person does. @param {{ visible: boolean }} event */
  toggled = ({ visible }) => this.#set(visible);

  /**
   * Returns the function in a shape that notices the page's calls, for which Helpshift documents no event.
   * @param {any} helpshift
   */
  noticeCalls(helpshift) {
    return new Proxy(helpshift, {
      apply: (target, self, call) => {
        const result = Reflect.apply(target, self, call);
        this.called(call[0]);
        return result;
      },
    });
  }

  /** @param {string} name of a call to Helpshift */
  called(name) {
    if (CALLS.test(name)) this.#set(name === "toggle" ? !this.open : name === "open");
  }

  /** @param {boolean} open */
  #set(open) {
    if (open === this.open) return;
    this.open = open;
    this.#changed(open);
  }
}
