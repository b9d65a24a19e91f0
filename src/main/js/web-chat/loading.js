// Whether Web Chat may be loaded: by the script element, by the realm, and by the page's consent.
import { NAME } from "./reporter.js";
import { dataset } from "./script-element.js";
import { tryStorage } from "./storage.js";

const MODES = ["always", "signed-in", "manual"];
const UNLOADED = NAME + ":unloaded";

/**
 * Whether the page's last call was load() or else unload(); undefined before both.
 * @type {boolean | undefined}
 */
let agreed;
/** unload() was called last: on this page or on one before. */
let withdrawn = tryStorage(() => UNLOADED in localStorage);
/** @type {unknown} */
let realmMode;

/** data-load is not one of the modes, and is ignored. */
export const unknown = !!dataset.load && !MODES.includes(dataset.load);
const attribute = unknown ? "" : dataset.load;

/** The realm's endpoints are not asked either. */
export const silent = () => withdrawn || (attribute === "manual" && !agreed);

/** @param {unknown} mode the realm's, which counts if the script element has none */
export const follow = (mode) => (realmMode = mode);

/** @param {boolean} signedIn or else it is for a visitor */
export const allows = (signedIn) => {
  const mode = attribute || realmMode;
  return !silent() && (mode === "manual" ? !!agreed : signedIn || mode !== "signed-in");
};

/** @param {boolean} agrees */
const decide = (agrees) => {
  agreed = agrees;
  withdrawn = !agrees;
  tryStorage(() => (agrees ? delete localStorage[UNLOADED] : (localStorage[UNLOADED] = "")));
};

/** Returns whether the script was silent before. */
export const load = () => {
  const before = silent();
  decide(true);
  return before;
};

/** Returns false if the page has called it already. */
export const unload = () => {
  const first = agreed !== false;
  decide(false);
  return first;
};
