// Tells the other tabs of this origin what happens to the session, and gets their messages.
import { NAME } from "./reporter.js";
import { base } from "./script-element.js";
import { state } from "./state.js";

/** @type {BroadcastChannel | undefined} */
let channel;

/**
 * @param {"login" | "logout" | "look" | "identities"} type look: the session lives; identities: Helpshift
 *     has these now
 * @param {string[]} [identifiers] never the values
 */
export const tell = (type, identifiers) => channel?.postMessage({ type, sid: state.sid, ...(identifiers && { identifiers }) });

/** @param {(message: { type: string, sid: string, identifiers: string[] }) => void} listener */
export const listen = (listener) => {
  try {
    // Each realm has its own channel.
    channel = new BroadcastChannel(NAME + base);
    channel.onmessage = ({ data }) => listener(data);
  } catch {
    // The watch notices what other tabs would report.
  }
};
