// The only back-off: after a burst, rounds of requests follow each other slowly, failed ones more slowly.
import { now } from "./clock.js";
import { PACE_MS } from "./limits.js";

/** So many rounds may follow each other at once. */
const BURST = 8;
const FAILURE = 3;

let debt = 0;
let since = now();

/** How long the next round must wait, in ms. */
export const delay = () => {
  const time = now();
  debt = Math.max(0, debt - (time - since) / PACE_MS);
  since = time;
  return Math.max(0, debt - BURST + 1) * PACE_MS;
};

export const round = () => debt++;

export const failure = () => debt += FAILURE;
