// Remembers that this tab's chat is signed in, or was a moment ago, because a logout can be a redirect.
import { LATE_MS } from "./limits.js";
import { NAME } from "./reporter.js";
import { tryStorage } from "./storage.js";

/** The page before has left a user, or a logout that led to this page. */
let left = tryStorage(() => {
  const text = sessionStorage[NAME];
  return text && !(+text < Date.now());
});

/** Returns once whether the page before has left something to end here. */
export const recall = () => {
  const recalled = left;
  left = false;
  return recalled;
};

/** @param {string} sid */
export const remember = (sid) => {
  left = false;
  tryStorage(() => (sessionStorage[NAME] = sid || "-"));
};

/** The user has left: a page that is loaded right now comes from that logout. */
export const rememberLogout = () => tryStorage(() => (sessionStorage[NAME] = Date.now() + LATE_MS));

export const forget = () => tryStorage(() => delete sessionStorage[NAME]);
