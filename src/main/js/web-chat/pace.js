// The only back-off: after a burst, rounds of requests follow each other slowly, failed ones more slowly.
import { PACE_MS } from "./limits.js";

/** So many rounds may follow each other at once. */
const BURST = 8;
const FAILURE = 3;

let debt = 0;
let since = Date.now();

/** How long the next round must wait, in ms. */
export const delay = () => {
  const now = Date.now();
  debt = Math.max(0, debt - (now - since) / PACE_MS);
  since = now;
  return Math.max(0, debt - BURST + 1) * PACE_MS;
};

export const round = () => debt++;

export const failure = () => debt += FAILURE;
