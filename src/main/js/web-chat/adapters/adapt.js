import { fromKeycloakJs } from "./keycloak-js.js";
import { fromUserManager } from "./user-manager.js";

/**
 * @param {any} auth what the page pushed
 * @returns {import("../types").AuthSource | undefined} undefined if it is none of the known kinds
 */
export const adapt = (auth) => {
  if (!auth) return {};
  /** @param {import("../types").AuthListener} listener */
  const subscribe = ({ changed }) => auth.subscribe?.(changed);
  if (auth.getIdentityToken)
    return { subscribe, identityToken: () => auth.getIdentityToken() };
  if (auth.getAccessToken) return { subscribe, accessToken: () => auth.getAccessToken() };
  if (auth.updateToken) return fromKeycloakJs(auth);
  if (auth.getUser) return fromUserManager(auth);
};
