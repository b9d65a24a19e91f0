/**
 * Runs the work in one tab at a time. A browser without locks, or one that denies them, runs it at once.
 * @param {string} name
 * @param {() => Promise<any>} work
 */
export const withLock = async (name, work) => {
  /** @type {Promise<any> | undefined} */
  let result;
  const once = () => (result ||= work());
  try {
    await navigator.locks.request(name, once);
  } catch {
    // If the work itself has failed, its result says so.
  }
  return once();
};
