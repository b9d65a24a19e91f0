import { UnreachableError } from "./errors.js";

const PATIENCE = 30_000;

/**
 * Visits an address in a hidden frame, and returns the address at the end. Only an address of this origin can
 * be read; another one is returned as blank.
 *
 * @param {string} address
 * @returns {Promise<string>}
 */
export function visitInFrame(address) {
  return new Promise((resolve, reject) => {
    const frame = document.createElement("iframe");
    const timer = setTimeout(() => finish(() => reject(new UnreachableError("no answer"))), PATIENCE);
    /** @param {() => void} then */
    const finish = (then) => {
      clearTimeout(timer);
      frame.remove();
      then();
    };
    frame.hidden = true;
    frame.title = "Helpshift";
    frame.addEventListener("load", () => {
      let led = "about:blank";
      try {
        led = frame.contentWindow?.location.href ?? led;
      } catch {
        // Another origin's page: the redirect did not come back.
      }
      finish(() => resolve(led));
    });
    frame.src = address;
    document.body.append(frame);
  });
}
