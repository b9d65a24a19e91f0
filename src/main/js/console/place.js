/**
 * The admin's place in the console, from the fragment of its address.
 *
 * @typedef {{ realm: string, open: boolean, userId: string }} Place
 */

/**
 * Reads `#/acme/helpshift` and `#/acme/users/4f…/settings`.
 *
 * @param {string} hash
 * @param {string} home the realm that the console shows without a fragment
 * @returns {Place}
 */
export function placeOf(hash, home) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  // The page of a user has tabs, as the page of all users has: #/acme/users/permissions.
  const [realm, page = "", id = "", tab = ""] = (path ?? "").split("/").map(decode);
  return {
    realm: realm || home,
    open: page === "helpshift",
    userId: page === "users" && tab ? id : (new URLSearchParams(query).get("user") ?? ""),
  };
}

/**
 * The address of the page, for the user whose page is open now.
 *
 * @param {Place} place
 */
export function linkTo({ realm, userId }) {
  return `#/${encodeURIComponent(realm)}/helpshift` + (userId ? `?user=${encodeURIComponent(userId)}` : "");
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
