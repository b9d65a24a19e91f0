import { NAME } from "./reporter.js";

/** What data-load and the realm may say. */
const MODES = ["always", "signed-in", "manual"];
const UNLOADED = NAME + ":unloaded";

/** Whether Web Chat may be loaded: by the script element, by the realm, and by the page's consent. */
export class Loading {
  /** @type {string | undefined} */
  #attribute;
  /** The page called load(). */
  #loaded = false;
  /** The page called unload(), on this page or on one before. */
  #unloaded = recall();

  /**
   * @param {string | undefined} attribute data-load
   * @param {import("./reporter.js").Reporter} reporter
   */
  constructor(attribute, reporter) {
    if (!attribute || MODES.includes(attribute)) this.#attribute = attribute;
    else reporter.error("invalid_load");
  }

  /** The realm's endpoints are not asked either. */
  get silent() {
    return this.#unloaded || (this.#attribute === "manual" && !this.#loaded);
  }

  /**
   * @param {unknown} realm the realm's mode
   * @param {boolean} signedIn
   */
  allows(realm, signedIn) {
    const mode = this.#attribute || (MODES.includes(String(realm)) ? realm : "always");
    return mode === "manual" ? this.#loaded : signedIn || mode === "always";
  }

  load() {
    this.#loaded = true;
    this.#unloaded = false;
    remember(false);
  }

  /** Returns false if there was nothing to take back. */
  unload() {
    const loaded = !this.silent;
    this.#loaded = false;
    this.#unloaded = true;
    remember(true);
    return loaded;
  }
}

const recall = () => {
  try {
    return UNLOADED in localStorage;
  } catch {
    // Storage is denied, so no page could remember it.
    return false;
  }
};

/** @param {boolean} unloaded */
const remember = (unloaded) => {
  try {
    if (unloaded) localStorage[UNLOADED] = "";
    else delete localStorage[UNLOADED];
  } catch {
    // The page calls load() again at its next load.
  }
};
