// Loads the realm's web-chat.js. The public interface is index.d.ts.

/** @import { ConnectErrorName, ConnectOptions, HelpshiftSSOHandle } from "./index.js" */

/** @type {Record<ConnectErrorName, string>} */
const FIXES = {
  invalid_src: "Pass src: https://<Keycloak>/realms/<realm>/helpshift/web-chat.js.",
  no_client_id: "Pass clientId: the app's client in the realm.",
  invalid_auth: "Pass a keycloak-js, UserManager, getAccessToken or getIdentityToken; leave auth out to use the cookie.",
  insecure_page: "Serve the page and Keycloak by https. Without it only localhost works.",
  already_connected: "Use one src and one clientId on a page. Load the page again to change them.",
  script_blocked: "Open src in a browser tab: it must show a script. Allow it in script-src and content blockers.",
  script_failed: "Open src in a browser tab: it must show a script. Check that the browser is supported.",
};

export class ConnectError extends Error {
  /** @param {ConnectErrorName} error */
  constructor(error) {
    super(`${error}: ${FIXES[error]}`);
    this.name = "ConnectError";
    this.error = error;
    this.fix = FIXES[error];
  }
}

/**
 * The page's one script: it ignores a second element.
 * @type {{ src: string, clientId: string, running: Promise<HelpshiftSSOHandle> } | undefined}
 */
let script;

/** @param {ConnectOptions} options */
export async function connectHelpshift({ src, clientId, auth, nonce }) {
  const address = checked({ src, clientId, auth });
  if (script && (script.src !== address || script.clientId !== clientId)) throw new ConnectError("already_connected");
  // Before the script runs, so that it does not begin with the cookie.
  (window.HelpshiftSSO ||= []).push({ auth });
  script ||= { src: address, clientId, running: load(address, clientId, nonce) };
  return script.running;
}

/**
 * The script's address, if the options can work at all.
 * @param {ConnectOptions} options
 */
function checked({ src, clientId, auth }) {
  const { protocol, hostname, href } = parsed(src);
  if (protocol !== "https:" && protocol !== "http:") throw new ConnectError("invalid_src");
  if (typeof clientId !== "string" || !clientId) throw new ConnectError("no_client_id");
  if (auth !== undefined && (typeof auth !== "object" || auth === null)) throw new ConnectError("invalid_auth");
  const local = hostname === "localhost" || hostname.endsWith(".localhost") || /^127\.|^\[::1\]$/.test(hostname);
  if (!window.isSecureContext || (protocol === "http:" && !local)) throw new ConnectError("insecure_page");
  return href;
}

/**
 * Not URL.canParse, which is newer than browsers that the script supports.
 * @param {string} src
 */
function parsed(src) {
  try {
    return new URL(src);
  } catch {
    throw new ConnectError("invalid_src");
  }
}

/**
 * Adds the script element, unless the page has it already.
 * @param {string} src
 * @param {string} clientId
 * @param {string | undefined} nonce
 * @returns {Promise<HelpshiftSSOHandle>}
 */
function load(src, clientId, nonce) {
  const running = handle();
  if (running) return Promise.resolve(running);
  const theirs = [...document.scripts].find((one) => one.src === src);
  const element = theirs || document.createElement("script");
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => {
      const loaded = handle();
      if (loaded) resolve(loaded);
      else reject(new ConnectError("script_failed"));
    });
    element.addEventListener("error", () => {
      element.remove();
      script = undefined;
      reject(new ConnectError("script_blocked"));
    });
    if (theirs) return;
    element.async = true;
    element.src = src;
    element.dataset.clientId = clientId;
    if (nonce) element.nonce = nonce;
    document.head.append(element);
  });
}

/** The script's handle, once it runs. */
function handle() {
  const sso = window.HelpshiftSSO;
  return sso && !Array.isArray(sso) ? sso : undefined;
}
