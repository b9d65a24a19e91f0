// The page's helpshiftConfig: changed in place, never replaced. Helpshift's own embed code assigns a new
// one at any time; its fields then go into the one that is there.
import { Failure, wordsOf } from "./failure.js";
import { Overlay } from "./overlay.js";
import { pageGlobal } from "./page-global.js";
import { state } from "./state.js";

/** @typedef {import("./types").Ids} Ids */

const IDS = ["userId", "userEmail"];
/** Without User Hub, the config has these of the user, too. */
const DIGEST = ["userName", "userAuthToken"];
const NAME = "helpshiftConfig";
const page = /** @type {any} */ (window);

/** @type {any} */
let current;
/** @type {Overlay | undefined} */
let overlay;
/** @type {Record<string, any>} */
let applied = {};
/** @type {Ids | undefined} */
let person;

/** @param {any} config */
const keep = (config) => {
  try {
    Object.defineProperty(window, NAME, {
      configurable: true,
      get: () => config,
      set: assigned,
    });
  } catch {
    // Impossible if the page has declared `var helpshiftConfig`.
    page[NAME] = config;
  }
};

/** @param {any} given */
const assigned = (given) => {
  if (given === current) return;
  overlay?.restore();
  Object.assign(current, given);
  apply(applied, person);
};

/** Throws if the page's config cannot be used. Changes nothing for the chat so far. */
export const prepare = () => {
  if (current) return;
  try {
    const config = Object(pageGlobal(NAME));
    if (!Object.isExtensible(config)) throw new TypeError("it is frozen");
    keep(config);
    current = config;
    overlay = new Overlay(config);
  } catch (e) {
    throw new Failure("page_config", wordsOf(e));
  }
};

/**
 * @param {Record<string, any>} settings the server's
 * @param {Ids} [user]
 */
export const apply = (settings, user) => {
  prepare();
  applied = settings;
  state.legacy = !settings.authenticateWith;
  const { userId, userEmail, ...others } = settings;
  overlay?.apply(others);
  for (const name of IDS) delete current[name];
  // Perhaps the page does not want this user signed in.
  if (!user) clearUser();
  setUser(user);
};

/** @param {Ids} [user] */
export const setUser = (user) => {
  person = user;
  Object.assign(current, user);
};

export const clearUser = () => {
  person = undefined;
  const digest = DIGEST.filter((name) => name in applied);
  for (const name of [...IDS, ...digest]) delete current?.[name];
};
