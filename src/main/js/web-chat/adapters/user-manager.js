import { LATE_MS } from "../limits.js";
import { withLock } from "../lock.js";
import { NAME } from "../reporter.js";

/** The session has ended, although the user is still stored. */
const SESSION_ENDED = /invalid_grant|_required/;

/** Whether the page is the one that a login comes back to, where the app still has to read the answer. */
export const isCallback = () => {
  const { href } = location;
  return /[?&#]state=/.test(href) && /[?&#](code|error)=/.test(href);
};

/**
 * Renews in one tab at a time: another tab's user is in the storage that both share.
 * @param {any} manager
 */
const renewOnce = (manager) =>
  withLock(NAME, async () => {
    const user = await manager.getUser();
    return user?.expired ? manager.signinSilent() : user;
  });

/**
 * The user that the app's own renewal loads.
 * @param {any} manager
 */
const nextUser = (manager) =>
  new Promise((done) => {
    const loaded = (/** @type {any} */ user) => {
      manager.events.removeUserLoaded(loaded);
      done(user);
    };
    manager.events.addUserLoaded(loaded);
  });

/**
 * @param {any} manager oidc-client-ts's UserManager
 * @returns {import("../types").AuthSource}
 */
export const fromUserManager = (manager) => {
  // oidc-client-ts renews a user that expires while the page is open, not one that is stored expired.
  let appRenews = false;
  return {
    key: manager,
    startMs: isCallback() ? LATE_MS : 0,
    subscribe({ changed, ended }) {
      const each = (/** @type {"add" | "remove"} */ verb) => {
        manager.events[verb + "UserLoaded"](changed);
        manager.events[verb + "UserUnloaded"](ended);
        manager.events[verb + "UserSignedOut"](ended);
      };
      each("add");
      return () => each("remove");
    },
    async currentToken() {
      return (await manager.getUser())?.access_token;
    },
    async accessToken() {
      let user = await manager.getUser();
      try {
        if (user?.expired) user = await (appRenews ? nextUser(manager) : renewOnce(manager));
      } catch (e) {
        if (!SESSION_ENDED.test(/** @type {any} */ (e).error)) throw e;
        return;
      }
      appRenews = !!user && !!manager.settings?.automaticSilentRenew;
      return user?.access_token;
    },
  };
};
