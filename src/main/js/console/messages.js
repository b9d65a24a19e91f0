import { german } from "./messages-de.js";
import { english } from "./messages-en.js";

/**
 * Answers a message with `{0}` filled in.
 *
 * @typedef {(key: string, parameter?: string) => string} Translate
 */

/**
 * @param {string} locale the console's
 * @returns {Translate}
 */
export function messagesFor(locale) {
  /** @type {Record<string, string>} */
  const messages = /^de\b/i.test(locale) ? { ...english, ...german } : english;
  return (key, parameter = "") => (messages[key] ?? key).replace("{0}", () => parameter);
}
