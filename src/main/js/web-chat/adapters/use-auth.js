import { LATE_MS } from "../limits.js";
import { fromUserManager } from "./user-manager.js";

/**
 * The result of react-oidc-context's useAuth(): the functions of a UserManager and, instead of getUser, the
 * user at the time of the call. While it is loading, the script waits for the page's next push.
 * @param {any} auth
 * @returns {import("../types").AuthSource}
 */
export const fromUseAuth = (auth) => {
  const { events, isLoading } = auth;
  // In quotes, because the build shortens this name in our own code.
  let user = auth["user"];
  const follow = (/** @type {any} */ next) => (user = next);
  const source = fromUserManager({
    ...auth,
    getUser: async () => user,
    // It returns nothing if it fails for any reason.
    async signinSilent() {
      if (await auth.signinSilent()) return user;
      throw Error("signinSilent failed");
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
