// Whether the chat is open, by the person's click or by the page's call.
import { adopt } from "./page-config.js";
import * as watch from "./session-watch.js";

/** The names of the calls by which the page opens and closes the chat. */
const CALLS = /^(open|close|toggle)$/;

export let open = false;

/** @param {boolean} now */
const set = (now) => {
  if (now === open) return;
  open = now;
  watch.chatToggled(now);
};

/** Helpshift's event for what the person does. @param {{ visible: boolean }} event */
export const toggled = ({ visible }) => set(visible);

/**
 * Returns the function wrapped, so that the script notices the page's calls: Helpshift documents no event for
 * them, and reads the page's config in some.
 * @param {any} helpshift
 */
export const noticeCalls = (helpshift) => {
  return new Proxy(helpshift, {
    apply(target, self, call) {
      adopt();
      const result = Reflect.apply(target, self, call);
      called(call[0]);
      return result;
    },
  });
};

/** @param {string} name of a call to Helpshift */
export const called = (name) => {
  if (CALLS.test(name)) set(name === "toggle" ? !open : name === "open");
};
