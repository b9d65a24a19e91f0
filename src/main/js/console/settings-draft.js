/** @import { Settings } from "./types" */

/** The realm's settings as they were loaded, and what the admin has changed since. */
export class SettingsDraft {
  /** @type {Settings} */
  #loaded = {};
  /** @type {Settings} */
  #changes = {};
  tag = "";

  /**
   * @param {Settings} settings
   * @param {string} tag
   */
  constructor(settings, tag) {
    this.#loaded = settings;
    this.tag = tag;
  }

  /** @param {string} key */
  get(key) {
    return this.#changes[key] ?? this.#loaded[key] ?? "";
  }

  /**
   * @param {string} key
   * @param {string} value blank: not set
   */
  set(key, value) {
    if (value.trim() === (this.#loaded[key] ?? "")) delete this.#changes[key];
    else this.#changes[key] = value.trim();
  }

  keys() {
    return Object.keys({ ...this.#loaded, ...this.#changes }).sort();
  }

  get isChanged() {
    return Object.keys(this.#changes).length > 0;
  }

  /** Returns all settings as they should be; blank ones are removed. */
  wanted() {
    return Object.fromEntries(Object.entries({ ...this.#loaded, ...this.#changes }).filter(([, value]) => value));
  }

  /**
   * Uses the settings that somebody else has saved, and keeps the changes of this page.
   *
   * @param {Settings} settings
   * @param {string} tag
   * @returns {{ key: string, theirs: string }[]} what they changed
   */
  takeOver(settings, tag) {
    const theirs = Object.keys({ ...this.#loaded, ...settings })
      .filter((key) => this.#loaded[key] !== settings[key])
      .map((key) => ({ key, theirs: settings[key] ?? "" }));
    const mine = this.#changes;
    this.#loaded = settings;
    this.#changes = {};
    this.tag = tag;
    for (const [key, value] of Object.entries(mine)) this.set(key, value);
    return theirs;
  }

  /**
   * Uses the settings as they were saved, and keeps what the admin has changed since they were sent.
   *
   * @param {Settings} sent
   * @param {Settings} settings
   * @param {string} tag
   */
  saved(sent, settings, tag) {
    const since = Object.entries(this.#changes).filter(([key, value]) => value !== (sent[key] ?? ""));
    this.#loaded = settings;
    this.#changes = {};
    this.tag = tag;
    for (const [key, value] of since) this.set(key, value);
  }
}
