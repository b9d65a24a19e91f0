import { NAME } from "./reporter.js";

/** Remembers that this tab's chat is signed in, across a logout that is a redirect. */
export class SessionMemory {
  /** @param {string} sid */
  remember(sid) {
    try {
      sessionStorage[NAME] = sid || "-";
    } catch {
      // Storage is denied.
    }
  }

  /** Returns whether a session was remembered. */
  forget() {
    try {
      const remembered = !!sessionStorage[NAME];
      delete sessionStorage[NAME];
      return remembered;
    } catch {
      return false;
    }
  }
}
