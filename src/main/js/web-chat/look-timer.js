// The time of the next regular check of the session: soon while the chat is open, later while it is closed.
import * as chatWindow from "./chat-window.js";
import { now } from "./clock.js";
import { AGAIN_MS, CLOSED_MS, OPEN_MS } from "./limits.js";
import { state } from "./state.js";

/** What the realm may set, in seconds. */
const FEWEST = 10;
const MOST = 600;

/** @type {(due: boolean) => void} */
let tick = () => {};
let pending = 0;
let closedMs = CLOSED_MS;
let dueAt = 0;

const interval = () => chatWindow.open ? OPEN_MS : closedMs;

/** The first look is at a random time, so that tabs that were opened together do not ask together. */
const spread = () => set(closedMs * (0.5 + Math.random() / 2));

/** @param {number} ms */
const set = (ms) => {
  dueAt = now() + ms;
  arm();
};

const arm = () => {
  clearTimeout(pending);
  const longest = state.unsettled ? OPEN_MS : AGAIN_MS;
  const ms = Math.min(Math.max(dueAt - now(), 0), longest);
  pending = setTimeout(() => {
    const due = now() >= dueAt;
    if (due) restart();
    else arm();
    tick(due);
  }, ms);
};

/** @param {(due: boolean) => void} listener is called when a look is due, and to retry what failed */
export const begin = (listener) => {
  tick = listener;
  spread();
};

/** @param {unknown} seconds how often the realm wants a look while the chat is closed */
export const every = (seconds) => {
  const ms = Math.min(Math.max(Number(seconds) || CLOSED_MS / 1000, FEWEST), MOST) * 1000;
  if (ms === closedMs) return;
  closedMs = ms;
  spread();
};

/**
 * This tab looks.
 * @param {number} [leastMs] how long the server asked to wait
 */
export const restart = (leastMs = 0) => set(Math.max(interval(), leastMs * (1 + Math.random() / 10)));

/** Another tab has looked, and will again. This one is a little later, and looks if the other does not. */
export const giveWay = () => set(interval() + 200 + 400 * Math.random());
