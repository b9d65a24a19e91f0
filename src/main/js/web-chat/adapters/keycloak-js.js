import { INIT_MS, LATE_MS } from "../limits.js";

/** @typedef {import("../types").AuthListener} AuthListener */

const CALLBACKS = /** @type {const} */ (["onReady", "onAuthSuccess", "onAuthRefreshSuccess", "onAuthLogout"]);

/**
 * The instances whose callbacks are chained, each with who listens now.
 * @type {WeakMap<object, { listener?: AuthListener }>}
 */
const chained = new WeakMap();

/**
 * keycloak-js has one slot for each callback. The page's own callback keeps working, whether the page
 * sets it before us or after.
 * @param {any} keycloak
 */
const chain = (keycloak) => {
  /** @type {{ listener?: AuthListener }} */
  const link = {};
  for (const name of CALLBACKS) {
    let own = keycloak[name];
    Object.defineProperty(keycloak, name, {
      set: (value) => (own = value),
      get() {
        // Reads it now: a page that wraps what it reads here must not end up calling itself.
        const page = own;
        return (/** @type {any[]} */ ...args) => {
          if (name === "onAuthLogout") link.listener?.ended();
          else if (name === "onAuthRefreshSuccess") link.listener?.renewed();
          // onAuthSuccess has told of a login already.
          else if (name !== "onReady" || !args[0]) link.listener?.changed();
          page?.apply(keycloak, args);
        };
      },
    });
  }
  chained.set(keycloak, link);
  return link;
};

/**
 * @param {any} keycloak
 * @returns {import("../types").AuthSource}
 */
export const fromKeycloakJs = (keycloak) => ({
  key: keycloak,
  startMs: keycloak.authenticated ? 0 : keycloak.didInitialize ? INIT_MS : LATE_MS,
  subscribe(listener) {
    const link = chained.get(keycloak) || chain(keycloak);
    link.listener = listener;
    return () => (link.listener = undefined);
  },
  currentToken: () => keycloak.token,
  async accessToken() {
    try {
      if (keycloak.refreshToken) await keycloak.updateToken(30);
    } catch {
      // The session has ended: keycloak-js has dropped its token. Or there is no network: the old
      // token may still do.
    }
    return keycloak.token;
  },
});
