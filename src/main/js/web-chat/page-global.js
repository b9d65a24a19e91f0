/**
 * Returns a global variable of the page. Elements that have its name as their id or name do not count.
 * @param {string} name
 */
export const pageGlobal = (name) => (Object.hasOwn(window, name) ? /** @type {any} */ (window)[name] : undefined);
