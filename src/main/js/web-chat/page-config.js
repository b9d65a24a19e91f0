import { Failure, wordsOf } from "./failure.js";
import { Overlay } from "./overlay.js";

/** @typedef {import("./types").Ids} Ids */

const IDS = ["userId", "userEmail"];
/** Without User Hub, the config has these of the user, too. */
const DIGEST = ["userName", "userAuthToken"];
const NAME = "helpshiftConfig";
const page = /** @type {any} */ (window);

/**
 * The page's helpshiftConfig: changed in place, never replaced. Helpshift's own embed code assigns a new
 * one at any time; its fields then go into the one that is there.
 */
export class PageConfig {
  /** @type {any} */
  #config;
  /** @type {Overlay | undefined} */
  #overlay;
  /** @type {Record<string, any>} */
  #settings = {};
  /** @type {Ids | undefined} */
  #user;

  /** Throws if the page's config cannot be used. Changes nothing for the chat so far. */
  prepare() {
    if (this.#config) return;
    try {
      const own = page[NAME];
      // An element of the page with that id or name is no config.
      const config = own && typeof own === "object" && !(own instanceof Node) ? own : {};
      if (!Object.isExtensible(config)) throw new TypeError("it is frozen");
      this.#keep(config);
      this.#config = config;
      this.#overlay = new Overlay(config);
    } catch (e) {
      throw new Failure("page_config", wordsOf(e));
    }
  }

  /**
   * @param {Record<string, any>} settings the server's
   * @param {Ids} [user]
   */
  apply(settings, user) {
    this.prepare();
    this.#settings = settings;
    const { userId, userEmail, ...others } = settings;
    this.#overlay?.apply(others);
    for (const name of IDS) delete this.#config[name];
    // Perhaps the page does not want this user signed in.
    if (!user) this.clearUser();
    this.setUser(user);
  }

  /** @param {Ids} [user] */
  setUser(user) {
    this.#user = user;
    Object.assign(this.#config, user);
  }

  clearUser() {
    this.#user = undefined;
    const digest = DIGEST.filter((name) => name in this.#settings);
    for (const name of [...IDS, ...digest]) delete this.#config?.[name];
  }

  /** @param {any} config */
  #keep(config) {
    try {
      Object.defineProperty(window, NAME, {
        configurable: true,
        get: () => config,
        set: (given) => this.#assigned(given),
      });
    } catch {
      // With `var helpshiftConfig` the page has made it impossible.
      page[NAME] = config;
    }
  }

  /** @param {any} given */
  #assigned(given) {
    if (given === this.#config) return;
    this.#overlay?.restore();
    Object.assign(this.#config, given);
    this.apply(this.#settings, this.#user);
  }
}
