/**
 * Returns what the work with a storage returns; undefined where the browser denies storage.
 * @param {() => any} work
 */
export const tryStorage = (work) => {
  try {
    return work();
  } catch {
    // Each page then knows only what happens in it.
  }
};
