import { INIT_MS, LATE_MS } from "../limits.js";

/** @typedef {import("../types").AuthListener} AuthListener */

const CALLBACKS = /** @type {const} */ (["onReady", "onAuthSuccess", "onAuthRefreshSuccess", "onAuthLogout"]);

/**
 * The instances whose callbacks are chained, each with its current listener.
 * @type {WeakMap<object, { listener?: AuthListener }>}
 */
const chained = new WeakMap();

/**
 * keycloak-js has one slot for each callback. The page's own callback still works, set before ours or after
 * it.
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
        // Reads it now, so that a page that wraps the value read here does not call itself.
        const page = own;
        return (/** @type {any[]} */ ...args) => {
          if (name === "onAuthLogout") link.listener?.ended();
          else if (name === "onAuthRefreshSuccess") link.listener?.renewed();
          // onAuthSuccess has reported a login already.
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
      // token can still be valid.
    }
    return keycloak.token;
  },
});
