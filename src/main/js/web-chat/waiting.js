/**
 * Rejects if the signal is aborted before the work is done.
 * @param {any} work
 * @param {AbortSignal} signal
 */
export const within = (work, signal) =>
  Promise.race([
    work,
    new Promise((_, reject) => (signal.onabort = () => reject(signal.reason))),
  ]);

/** @param {number} ms */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
