/**
 * The fix of an error, by the beginning of its name or by its HTTP status. docs/troubleshooting.md says more.
 * @type {Record<string, string>}
 */
const FIXES = {
  network: "Check web origins (CORS) and blockers.",
  timeout: "Make Keycloak or auth faster.",
  web_chat_blocked: "Allow Helpshift in script-src, frame-src and blockers.",
  http: "Check proxies.",
  token_expired: "Let the app renew its token.",
  too_many: "Call refresh() less often.",
  auth: "Check the page's auth.",
  full_privacy: "Load the page again.",
  page_config: "Make helpshiftConfig a plain object.",
  no_client_id: "Add data-client-id to the script.",
  no_script: "Use a script element.",
  insecure_page: "Use https.",
  invalid_auth: "Pass keycloak-js, UserManager, getAccessToken or getIdentityToken.",
  403: "Give the client the Helpshift mapper.",
  503: "Check the Helpshift settings.",
  AUTHENTICATE: "Do not set authenticateWith.",
  CONFIG: "Do not set userId and userEmail.",
  JWT: "Pass an identity token.",
  IDENTITIES_K: "Pass an identity token.",
  USERID: "Give the user a uid or verified email.",
  IDENTITIES_F: "Ask Helpshift for User Hub.",
  IDENTITIES_INVALID_T: "Check platform id and secret, and the clock.",
  user_auth: "Check platform id and secret.",
  IDENTITIES_INVALID_P: "See onWebChatRuntimeError's details.",
  INTERNAL: "Try later.",
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
