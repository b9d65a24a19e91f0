import { LATE_MS } from "../limits.js";
import { fromUserManager } from "./user-manager.js";

/**
 * What react-oidc-context's useAuth() returns: the functions of a UserManager and, in place of getUser, the
 * user at the time of the call. While it is loading, the page's next push is waited for.
 * @param {any} auth
 * @returns {import("../types").AuthSource}
 */
export const fromUseAuth = (auth) => {
  const { events, isLoading } = auth;
  // In quotes: the build shortens the name where it is ours.
  let user = auth["user"];
  const follow = (/** @type {any} */ next) => (user = next);
  const source = fromUserManager({
    ...auth,
    getUser: async () => user,
    // It returns nothing if it fails for any reason.
    async signinSilent() {
      if (await auth.signinSilent()) return user;
      throw new Error("signinSilent failed");
    },
  });
  return {
    ...source,
    key: isLoading ? auth : events,
    startMs: isLoading ? LATE_MS : 0,
    subscribe(listener) {
      events.addUserLoaded(follow);
      events.addUserUnloaded(follow);
      return source.subscribe?.(listener);
    },
  };
};
