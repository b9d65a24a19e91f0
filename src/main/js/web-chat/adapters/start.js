// Waits for an adapter that is still starting.
import { LATE_MS } from "../limits.js";

let lookTimer = 0;
let sureTimer = 0;

/** The adapter is not asked yet. */
export const waiting = () => !!lookTimer;

/** The adapter's "nobody" is no answer yet. */
export const unsure = () => !!sureTimer;

/**
 * @param {number} ms
 * @param {() => void} look is called after that time, unless the adapter says something before
 * @param {() => void} giveUp is called when the adapter still says nothing
 */
export const begin = (ms, look, giveUp) => {
  stop();
  lookTimer = setTimeout(look, ms);
  sureTimer = setTimeout(giveUp, ms + LATE_MS);
};

/** The adapter is being asked. */
export const asked = () => lookTimer = 0;

/** The adapter has spoken. */
export const stop = () => {
  clearTimeout(lookTimer);
  clearTimeout(sureTimer);
  lookTimer = sureTimer = 0;
};
