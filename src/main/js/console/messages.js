import { german } from "./messages-de.js";
import { english } from "./messages-en.js";

/**
 * Answers a message with `{0}` filled in; `or` answers a text where there is no message.
 *
 * @typedef {((key: string, parameter?: string) => string) & { or: (key: string, otherwise: string) => string }} Translate
 */

/**
 * @param {string} locale the console's
 * @returns {Translate}
 */
export function messagesFor(locale) {
  /** @type {Record<string, string>} */
  const messages = /^de\b/i.test(locale) ? { ...english, ...german } : english;
  const t = (/** @type {string} */ key, parameter = "") =>
    (messages[key] ?? key).replace("{0}", () => parameter);
  return Object.assign(t, {
    or: (/** @type {string} */ key, /** @type {string} */ otherwise) => messages[key] ?? otherwise,
  });
}
