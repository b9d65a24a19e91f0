import * as reporter from "./reporter.js";

/**
 * Tells the page that somebody followed a link in an email about another user's conversation. It gives the
 * page only an address of its own origin, because the page goes there.
 * @param {{ originalState: string, pageUrl?: string }} event
 */
export const userChanged = ({ originalState, pageUrl }) =>
  reporter.emit("user-changed", {
    wanted: originalState === "anonymous" ? "logout" : "login",
    ...(String(pageUrl).startsWith(location.origin + "/") && { pageUrl }),
  });
