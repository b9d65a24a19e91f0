// Whether Web Chat may be loaded: by the script element, by the realm, and by the page's consent.
import { NAME } from "./reporter.js";
import { dataset } from "./script-element.js";
import { tryStorage } from "./storage.js";

/** What data-load and the realm may say. */
const MODES = ["always", "signed-in", "manual"];
const UNLOADED = NAME + ":unloaded";

/** @param {boolean} unloaded over page loads */
const remember = (unloaded) =>
  tryStorage(() => (unloaded ? (localStorage[UNLOADED] = "") : delete localStorage[UNLOADED]));

/** The page called load(). */
let allowed = false;
/** The page called unload(), on this page or on one before. */
let withdrawn = tryStorage(() => UNLOADED in localStorage);

/** data-load is not one of the modes, and is ignored. */
export const unknown = !!dataset.load && !MODES.includes(dataset.load);
const attribute = unknown ? "" : dataset.load;

/** The realm's endpoints are not asked either. */
export const silent = () => withdrawn || (attribute === "manual" && !allowed);

/**
 * @param {unknown} realm the realm's mode
 * @param {boolean} signedIn
 */
export const allows = (realm, signedIn) => {
  const mode = attribute || (MODES.includes(String(realm)) ? realm : "always");
  return mode === "manual" ? allowed : signedIn || mode === "always";
};

export const load = () => {
  allowed = true;
  withdrawn = false;
  remember(false);
};

/** Returns false if there was nothing to take back. */
export const unload = () => {
  const loaded = !silent();
  allowed = false;
  withdrawn = true;
  remember(true);
  return loaded;
};
