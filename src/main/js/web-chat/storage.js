/**
 * Returns the result of the work with a storage; undefined if the browser denies storage.
 * @param {() => any} work
 */
export const tryStorage = (work) => {
  try {
    return work();
  } catch {
    // Then each page only knows its own events.
  }
};
