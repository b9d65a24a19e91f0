/**
 * Returns a signal that is aborted after that time, or together with the given signal. Only newer browsers
 * have AbortSignal.any.
 * @param {number} ms
 * @param {AbortSignal} [signal]
 */
export const limited = (ms, signal) => {
  const controller = new AbortController();
  const follow = (/** @type {AbortSignal} */ other) =>
    other.addEventListener("abort", () => controller.abort(other.reason));
  if (signal) follow(signal);
  if (AbortSignal.timeout) follow(AbortSignal.timeout(ms));
  else setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), ms);
  return controller.signal;
};

/**
 * Rejects if the signal is aborted before the work is done.
 * @param {any} work
 * @param {AbortSignal} signal
 */
export const within = (work, signal) =>
  Promise.race([
    work,
    new Promise((_, reject) => {
      const end = () => reject(signal.reason);
      if (signal.aborted) end();
      signal.addEventListener("abort", end);
    }),
  ]);

/** @param {number} ms */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
