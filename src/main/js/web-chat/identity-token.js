/**
 * Returns the identities in an identity token, which Helpshift verifies; empty if it is unreadable.
 * @param {string} jwt
 * @returns {import("./types").Identity[]}
 */
export const identitiesOf = (jwt) => {
  try {
    const bytes = atob(jwt.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"));
    const utf8 = decodeURIComponent(escape(bytes));
    return JSON.parse(utf8).identities || [];
  } catch {
    // Helpshift reports what is wrong with it.
    return [];
  }
};

/**
 * @param {unknown} text not an error page of the page's server, for example
 */
export const isJwt = (text) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(/** @type {string} */ (text));
