import { fromKeycloakJs } from "./keycloak-js.js";
import { fromUseAuth } from "./use-auth.js";
import { fromUserManager } from "./user-manager.js";

/**
 * Returns the object inside a framework's wrapper: keycloak-angular's KeycloakService, and objects with a
 * keycloak-js or a UserManager as a field.
 * @param {any} auth
 */
const unwrap = (auth) => {
  if (typeof auth.getKeycloakInstance === "function") return auth.getKeycloakInstance();
  return auth.keycloak || auth.userManager || auth;
};

/**
 * @param {any} pushed the `auth` that the page pushed
 * @returns {import("../types").AuthSource | undefined} undefined if its kind is unknown
 */
export const adapt = (pushed) => {
  if (pushed === undefined) return { key: undefined };
  const auth = pushed && unwrap(pushed);
  if (!auth) return;
  /** @param {import("../types").AuthListener} listener */
  const subscribe = ({ changed }) => auth.subscribe?.(changed);
  if (auth.getIdentityToken)
    return { key: auth, subscribe, identityToken: () => auth.getIdentityToken() };
  if (auth.getAccessToken)
    return { key: auth, subscribe, accessToken: () => auth.getAccessToken() };
  if (auth.updateToken) return fromKeycloakJs(auth);
  if (auth.getUser) return fromUserManager(auth);
  if (auth.events && auth.signinSilent) return fromUseAuth(auth);
};
