/**
 * What to do about an error, by the beginning of its name or by its HTTP status.
 * @type {Record<string, string>}
 */
const FIXES = {
  network: "Check the network, web origins (CORS) and content blockers.",
  timeout: "Make Keycloak or auth faster.",
  web_chat_blocked: "Allow Helpshift in script-src, frame-src and content blockers.",
  invalid_auth: "Pass a keycloak-js, UserManager, getAccessToken or getIdentityToken.",
  403: "Give the client the Helpshift mapper.",
  429: "Call refresh() less often.",
  503: "Complete the Helpshift settings.",
  AUTHENTICATE: "Leave authenticateWith to this script.",
  CONFIG: "Leave userId and userEmail to this script.",
  JWT: "Pass an identity token.",
  IDENTITIES_K: "Pass an identity token.",
  USERID: "Give the user a uid or verified email.",
  IDENTITIES_F: "Ask Helpshift for User Hub.",
  IDENTITIES_INVALID_T: "Check platform id, secret and clock.",
  IDENTITIES_INVALID_P: "See its details in onWebChatRuntimeError.",
  INTERNAL: "Try later.",
  user_auth: "Check platform id and secret for verification.",
  invalid_load: "Use always, signed-in or manual.",
  not_loaded: "Call load() first.",
  MAX: "Send less user data.",
};

/**
 * @param {string} name the error's name, or Helpshift's reason
 * @param {number} [status]
 */
export const fixFor = (name, status) => {
  const key = Object.keys(FIXES).find((beginning) => name.startsWith(beginning));
  return FIXES[key || status || ""] || "";
};
