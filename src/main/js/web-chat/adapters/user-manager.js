/** The session has ended, although the user is still stored. */
const SESSION_ENDED = /invalid_grant|_required/;

/**
 * @param {any} manager oidc-client-ts's UserManager
 * @returns {import("../types").AuthSource}
 */
export const fromUserManager = (manager) => ({
  subscribe({ changed, ended }) {
    const each = (/** @type {"add" | "remove"} */ verb) => {
      manager.events[verb + "UserLoaded"](changed);
      manager.events[verb + "UserUnloaded"](ended);
      manager.events[verb + "UserSignedOut"](ended);
    };
    each("add");
    return () => each("remove");
  },
  async accessToken() {
    const user = await manager.getUser();
    try {
      return (user?.expired ? await manager.signinSilent() : user)?.access_token;
    } catch (e) {
      if (!SESSION_ENDED.test(/** @type {any} */ (e).error)) throw e;
    }
  },
});
