/**
 * Tells the page that somebody followed a link in an email about another user's conversation. Only an
 * address of the page's own origin is passed on: the page goes there.
 * @param {import("./reporter.js").Reporter} reporter
 */
export const userChangedListener =
  (reporter) =>
  (/** @type {{ originalState: string, pageUrl?: string }} */ { originalState, pageUrl = "" }) =>
    reporter.emit("user-changed", {
      wanted: originalState === "anonymous" ? "logout" : "login",
      ...(isOwn(pageUrl) && { pageUrl }),
    });

/** @param {string} url */
const isOwn = (url) => {
  try {
    const { origin, protocol } = new URL(url);
    return /^https?:$/.test(protocol) && origin === location.origin;
  } catch {
    return false;
  }
};
