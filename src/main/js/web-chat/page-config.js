// The page's helpshiftConfig: changed in place, never replaced. Helpshift's own embed code assigns a new
// one at any time; its fields then go into the one that is there.
import { failure } from "./failure.js";
import { overlay } from "./overlay.js";
import { pageGlobal } from "./page-global.js";
import { state } from "./state.js";

/** @typedef {import("./types").Ids} Ids */

const IDS = ["userId", "userEmail"];
/** Without User Hub, the config has these of the user, too. */
const DIGEST = ["userName", "userAuthToken"];
const NAME = "helpshiftConfig";
const page = /** @type {any} */ (window);

/** @type {any} */
let current = {};
/**
 * The server's settings over the page's. Undefined before prepare().
 * @type {ReturnType<typeof overlay> | undefined}
 */
let settingsOverlay;
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
  settingsOverlay?.restore();
  Object.assign(current, given);
  apply(applied, person);
};

/**
 * Puts the config back that the page has deleted, or replaced without our setter: then the page's fields go
 * into it.
 */
export const adopt = () => {
  const given = page[NAME];
  if (!settingsOverlay || given === current) return;
  keep(current);
  assigned(given);
};

/** Throws if the page's config cannot be used. Changes nothing for the chat so far. */
export const prepare = () => {
  if (settingsOverlay) return;
  try {
    const config = Object(pageGlobal(NAME));
    if (!Object.isExtensible(config)) throw Error("it is frozen");
    keep(config);
    current = config;
    settingsOverlay = overlay(config);
  } catch (e) {
    throw failure("page_config", e);
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
  settingsOverlay?.apply(others);
  clear(IDS);
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
  setUser();
  clear(IDS);
  // A userName of the page's own is not the user's.
  clear(DIGEST.filter((name) => name in applied));
};

/**
 * Never throws, even if the page has frozen its config: what comes next is Helpshift's logout.
 * @param {string[]} names
 */
const clear = (names) => {
  for (const name of names) Reflect.deleteProperty(current, name);
};
