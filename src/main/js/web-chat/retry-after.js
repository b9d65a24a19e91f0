/** No server makes the script wait for longer. */
const LONGEST_MS = 3600000;

/**
 * Returns how long a server asks to wait, in ms; 0 if it does not.
 * @param {Headers} headers
 */
export const retryAfter = (headers) => {
  // Without the header it is null, which counts as 0.
  const value = /** @type {string} */ (headers.get("Retry-After"));
  const ms = +value >= 0 ? +value * 1000 : Date.parse(value) - Date.now();
  return Math.min(Math.max(ms || 0, 0), LONGEST_MS);
};
